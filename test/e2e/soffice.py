"""What the scripts of the end-to-end tests share: the LibreOffice that `soffice.ts` started for them."""

import os
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE_SECONDS = 60


def desktop():
    """The desktop of the office on this script's pipe, as soon as it has started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % os.environ["SOFFICE_PIPE"]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            context = resolver.resolve(address)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def properties(**values):
    """Named arguments as UNO takes them: properties(Hidden=True, UpdateDocMode=3)."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def load(office, path, **values):
    """A document from a file, hidden; links are updated (UpdateDocMode 3)."""
    url = uno.systemPathToFileUrl(os.path.abspath(path))
    return office.loadComponentFromURL(url, "_blank", 0, properties(Hidden=True, UpdateDocMode=3, **values))
