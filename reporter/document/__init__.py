"""The 公文: a closed, frozen, format-neutral model. Renderers are leaves and never know kinds."""
