"""Makes coffee.rgb of photo_coffee.png: python make.py PHOTO (needs Pillow)."""

import sys
from pathlib import Path

from PIL import Image

picture = Image.open(sys.argv[1]).convert("RGB").resize((144, 96), Image.LANCZOS)
Path(__file__).with_name("coffee.rgb").write_bytes(picture.tobytes())
