"""What an answer's bytes are: unpacked within a limit, and read as text by what they say of themselves. Pure."""

from __future__ import annotations

import codecs
import re
import zlib

# The most that is read of one answer, packed or not: 2 MiB.
MOST_BYTES = 2 * 1024 * 1024
# Only what pages are written in: some of Python's codecs are no alphabets, and some take long.
_CHARSETS = frozenset(
    """
    ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    cp866 koi8-r koi8-u mac-cyrillic iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-7 iso8859-8 iso8859-9
    iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 gb2312 gbk gb18030 big5 shift_jis euc_jp euc_kr
    """.split()
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
# Where a page declares its charset: the HTML standard looks at its first 1024 bytes.
_HEAD = 1024


class PackedError(ValueError):
    """Bytes that are packed in a way that is not known, or are damaged."""


class Unpacker:
    """Puts an answer together from its pieces, and stops at the limit. ``cut`` says that there was more."""

    def __init__(self, packing: str, most: int = MOST_BYTES) -> None:
        """``packing`` is the answer's Content-Encoding. Raises PackedError for one that is not known."""
        name = packing.strip().lower()
        if name not in {"", "identity", *_WINDOW_BITS}:
            raise PackedError(name)
        self._packed = zlib.decompressobj(_WINDOW_BITS[name]) if name in _WINDOW_BITS else None
        self._is_deflate = name == "deflate"
        self._most = most
        self._body = bytearray()
        self.cut = False

    def feed(self, piece: bytes) -> bool:
        """Take the next piece; whether more is wanted. Raises PackedError for damaged ones."""
        room = self._most - len(self._body)
        found = self._unpack(piece, room + 1) if self._packed else piece
        self.cut = self.cut or len(found) > room
        self._body += found[:room]
        return not self.cut

    def _unpack(self, piece: bytes, most: int) -> bytes:
        assert self._packed is not None
        try:
            return self._packed.decompress(piece, most)
        except zlib.error:
            if not self._is_deflate or self._body:
                raise PackedError("damaged") from None
        # Some servers send "deflate" without the frame that the standard asks for.
        self._is_deflate = False
        self._packed = zlib.decompressobj(-15)
        return self._unpack(piece, most)

    @property
    def body(self) -> bytes:
        """What was put together so far."""
        return bytes(self._body)


def text_of(body: bytes, content_type: str) -> str:
    """The text that bytes are, by their mark, the answer's header, or their own declaration; else UTF-8.

    What cannot be read is shown as U+FFFD; no declaration makes it fail.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body.decode(charset, "replace")
    head = content_type.encode("ascii", "ignore")
    for declared in (_DECLARED.search(head), _DECLARED.search(body[:_HEAD])):
        charset = _known(declared[1].decode("ascii")) if declared else ""
        if charset:
            return body.decode(charset, "replace")
    return body.decode("utf-8", "replace")


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return found if found in _CHARSETS else ""
