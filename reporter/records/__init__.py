"""What a bureau keeps: typed, frozen records. Columns are declared here once, with every name clerks give them."""
