"""Files that are only kept, and files that are refused, each with why."""

import io
import zipfile

from tests.web.documents.hands import manual, picture


def zipped(*names: str, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "<a/>")
        package.comment = comment
    return out.getvalue()


WORD = zipped("[Content_Types].xml", "word/document.xml")
KEPT = {
    "手册.docx": WORD,
    "表.xlsx": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "图.dwg": b"AC1032\x00\x00\x00" + b"\x01" * 90,
    "程序.zip": zipped("main.c"),
    "旧.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "表.csv": "端口,信号\n1,HDMI".encode("gbk"),
}
PROGRAM, MISMATCH, DAMAGED = "程序、脚本或网页", "扩展名不符", "已损坏"
REFUSED = {
    "空.pdf": (b"", "空的"),
    "手册.exe": (b"MZ\x90\0" + b"\0" * 99, PROGRAM),
    "手册.pdf": (b"MZ\x90\0" + b"\0" * 99, PROGRAM),
    "手册.exe.pdf": (manual(), PROGRAM),
    "手册.pdf.scr": (manual(), PROGRAM),
    "网页.txt": (b"\n <!DOCTYPE html><script>alert(1)</script>", PROGRAM),
    "宽网页.txt": ("\ufeff<html><script>alert(1)</script>".encode("utf-16-le"), PROGRAM),
    "图.svg": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', PROGRAM),
    "图.xml": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', PROGRAM),
    "脚本.txt": (b"#!/bin/sh\nrm -rf /", PROGRAM),
    "快捷.lnk": (b"L\0\0\0\x01\x14\x02\0" + b"\0" * 80, PROGRAM),
    "假.png": (manual(), MISMATCH),
    "假.pdf": (picture(), MISMATCH),
    "多语.pdf": (b"GIF89a" + manual(), MISMATCH),
    "断.pdf": (manual()[:700], DAMAGED),
    "只有头.pdf": (b"%PDF-1.7\n", DAMAGED),
    "断.png": (picture()[:12], "不符|已损坏"),
    "假.docx": (zipped("readme.txt"), MISMATCH),
    "宏.docx": (zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "有宏"),
    "断.docx": (WORD[:40], DAMAGED),
    "什么.tmf": (b"\0\1\2\3" * 20, "不认识"),
    "没有扩展名": (b"\0\1\2\3" * 20, "不认识"),
}
