"""Document → bytes: one renderer a format. Renderers are leaves; they never know kinds and never know each other."""
