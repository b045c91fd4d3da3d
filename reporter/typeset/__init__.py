"""Layout decisions of GB/T 9704-2012, shared by every renderer."""
