"""Fonts: the roles, where the built stand-ins lie, how wide each character is, which characters they hold."""

from reporter.typeset.fontfolder import font_dir
from reporter.typeset.fonts.fontset import Fonts, FontSet, font_set
from reporter.typeset.fonts.metrics import Metrics, metrics
from reporter.typeset.fonts.place import environment, office_environment
from reporter.typeset.fonts.roles import TYPEFACES, Role, Typeface, typeface

__all__ = [
    "TYPEFACES",
    "FontSet",
    "Fonts",
    "Metrics",
    "Role",
    "Typeface",
    "environment",
    "font_dir",
    "font_set",
    "metrics",
    "office_environment",
    "typeface",
]
