"""Step 3: records become facts, named figures with value, formula and the rows and cells behind them."""
