"""The package list: all below reporter/, plus the two folders beside it (package_dir in setup.cfg)."""

from setuptools import find_packages, setup

OUTSIDE = {"reporter.templates": "templates", "reporter.samples": "inputs"}

packages = find_packages(include=["reporter", "reporter.*"])
for name, folder in OUTSIDE.items():
    packages += [name, *(f"{name}.{sub}" for sub in find_packages(folder))]

setup(packages=packages)
