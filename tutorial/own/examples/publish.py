"""Publish a text file: INKLINGS_TOKEN=ink_… python examples/publish.py tides.md"""

import json
import os
import sys
from pathlib import Path
from urllib.request import Request, urlopen

site = os.environ.get("INKLINGS_SITE", "http://127.0.0.1:5000")
title, _, body = Path(sys.argv[1]).read_text(encoding="utf-8").partition("\n")
article = {"title": title.strip("# "), "body": body}
headers = {
    "Authorization": f"Token {os.environ['INKLINGS_TOKEN']}",
    "Content-Type": "application/json",
}
sent = json.dumps({"article": article}).encode()
with urlopen(Request(f"{site}/api/articles", sent, headers)) as answer:  # noqa: S310
    print("Published as", json.load(answer)["article"]["slug"])
