"""Stands in for a package's build while pip downloads it.

pip asks a source package for its metadata before it hands it over, and the real answer costs a build of minutes;
only the files are wanted here.
"""

import email
import os
import shutil


def prepare_metadata_for_build_wheel(directory, settings=None):
    with open("PKG-INFO", encoding="utf-8") as file:
        package = email.message_from_file(file)
    name = "{}-{}.dist-info".format(package["Name"].replace("-", "_"), package["Version"])
    os.mkdir(os.path.join(directory, name))
    shutil.copy("PKG-INFO", os.path.join(directory, name, "METADATA"))
    return name
