"""The embedded index on disk: folders, one writer, readers that never see a half of it."""
