"""Packs to share: rule files of a folder under one name and version, built, installed, and taken away again."""
