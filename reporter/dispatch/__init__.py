"""发文办理: what happens to a filing after approval. Each step is kept for good."""
