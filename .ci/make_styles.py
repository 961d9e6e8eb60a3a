"""Makes templates/styles.docx: named Word styles, page, header and footer, and nothing a letter does not use.

Run it after a change here: ``python .ci/make_styles.py``. A test holds the file against this script.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "templates" / "styles.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

NAVY, INK, GREY, RULE, TINT = "1F3864", "1B2130", "545A66", "C9CED8", "F2F5FA"


def paragraph(name: str, ident: str, ppr: str = "", rpr: str = "", based: str = "Normal", after: str = "") -> str:
    following = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
        f"{following}<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in ("top", "bottom", "insideH")
)
CELLS = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
)


def table(name: str, ident: str, conditions: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        f"<w:tblBorders>{BORDERS}</w:tblBorders>{CELLS}</w:tblPr>{conditions}</w:style>"
    )


FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Noto Sans CJK SC" w:cs="Calibri"/>'

STYLES = f"""{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:color w:val="{INK}"/>{size(21)}\
<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
{spacing(0, 100, 264)}</w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>\
<w:pPr><w:widowControl/></w:pPr></w:style>\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>\
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>\
{paragraph("Title", "Title", KEEP + spacing(0, 60, 240), f'<w:b/><w:color w:val="{NAVY}"/>' + size(34), after="ByLine")}\
{paragraph("heading 1", "Heading1", KEEP + f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="{RULE}"/></w:pBdr>' + spacing(280, 100, 240) + '<w:outlineLvl w:val="0"/>', f'<w:b/><w:color w:val="{NAVY}"/>' + size(27), after="BodyText")}\
{paragraph("heading 2", "Heading2", KEEP + spacing(180, 60, 240) + '<w:outlineLvl w:val="1"/>', f'<w:b/><w:color w:val="{NAVY}"/>' + size(22), after="BodyText")}\
{paragraph("Body Text", "BodyText", spacing(0, 110, 271))}\
{paragraph("By-line", "ByLine", KEEP + spacing(0, 160, 252), f'<w:color w:val="{GREY}"/>' + size(20))}\
{paragraph("Asked", "Asked", KEEP + spacing(0, 80), f'<w:i/><w:color w:val="{GREY}"/>')}\
{paragraph("Numbered Item", "NumberedItem", KEEP + spacing(140, 60, 271))}\
{paragraph("Told", "Told", KEEP + spacing(0, 80, 271))}\
{paragraph("Exhibit List", "ExhibitList", spacing(0, 60, 252), f'<w:color w:val="{GREY}"/>' + size(19))}\
{paragraph("Closing", "Closing", KEEP + spacing(240, 160))}\
{paragraph("Signature", "Signature", KEEP + spacing(0, 0), "<w:b/>")}\
{paragraph("Dated", "Dated", "<w:keepLines/>" + spacing(0, 0), f'<w:color w:val="{GREY}"/>')}\
{paragraph("List Bullet", "ListBullet", '<w:numPr><w:numId w:val="1"/></w:numPr>' + spacing(0, 90, 271))}\
{paragraph("List Number", "ListNumber", '<w:numPr><w:numId w:val="2"/></w:numPr>' + spacing(0, 90, 271))}\
{paragraph("Table Head", "TableHead", "<w:keepLines/>" + spacing(0, 0, 240), "<w:b/>" + size(19))}\
{paragraph("Table Label", "TableLabel", "<w:keepLines/>" + spacing(0, 0, 240), f'<w:b/><w:color w:val="{NAVY}"/>' + size(19))}\
{paragraph("Table Text", "TableText", spacing(0, 0, 240), size(19))}\
{paragraph("After Table", "AfterTable", spacing(0, 0, 180), size(12))}\
{paragraph("header", "Header", '<w:tabs><w:tab w:val="right" w:pos="9526"/></w:tabs>' + spacing(0, 0, 240), f'<w:color w:val="{GREY}"/>' + size(17))}\
{paragraph("footer", "Footer", '<w:tabs><w:tab w:val="right" w:pos="9526"/></w:tabs>' + spacing(0, 0, 240), f'<w:color w:val="{GREY}"/>' + size(17))}\
<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:rPr><w:b/><w:color w:val="7F4606"/>\
<w:u w:val="dash" w:color="B4690E"/><w:shd w:val="clear" w:color="auto" w:fill="FBEFDC"/></w:rPr></w:style>\
<w:style w:type="character" w:customStyle="1" w:styleId="DraftMark"><w:name w:val="Draft Mark"/><w:rPr><w:b/>\
<w:color w:val="9A1B14"/></w:rPr></w:style>\
{table("Appeal Grid", "AppealGrid", f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{NAVY}"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>')}\
{table("Appeal Facts", "AppealFacts", "")}\
</w:styles>"""


def level(number: int, kind: str, text: str, style: str, font: str) -> str:
    left = 340 + 340 * number
    linked = f'<w:pStyle w:val="{style}"/>' if number == 0 else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr><w:rPr>{font}</w:rPr></w:lvl>'
    )


BULLET = f'<w:color w:val="{NAVY}"/>'
NUMBERING = (
    f"{HEAD}<w:numbering {W}>"
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(level(number, "bullet", "\u2022", "ListBullet", BULLET) for number in range(3))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + "".join(level(number, "decimal", f"%{number + 1}.", "ListNumber", BULLET) for number in range(3))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)

FOOTER = (
    f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)
HEADER = f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>'

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId8"/><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="first" r:id="rId5"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1360" w:right="1357" w:bottom="1240" w:left="1357" w:header="620"'
    ' w:footer="560" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
DOCUMENT = f"{HEAD}<w:document {W} {R}><w:body>{SECTION}</w:body></w:document>"
SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting'
    ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator></dc:creator>'
    "<cp:lastModifiedBy></cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
    "<dc:language>en-US</dc:language></cp:coreProperties>"
)

FONT_TABLE = (
    f'{HEAD}<w:fonts {W}><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)


def theme() -> str:
    """Give the theme every Word file must have; no style here refers to it."""
    slots = {"dk1": INK, "lt1": "FFFFFF", "dk2": NAVY, "lt2": TINT, "accent1": NAVY, "accent2": "9A1B14"}
    slots |= {
        "accent3": "7F4606",
        "accent4": "1D6240",
        "accent5": GREY,
        "accent6": RULE,
        "hlink": NAVY,
        "folHlink": GREY,
    }
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in slots.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Appeal"><a:themeElements>'
        f'<a:clrScheme name="Appeal">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Appeal"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Appeal"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f'<a:ln w="9525">{fill}</a:ln>' * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def relations(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WML}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WML}.{kind}+xml"/>'
        for name, kind in (
            ("styles", "styles"),
            ("settings", "settings"),
            ("numbering", "numbering"),
            ("header1", "header"),
            ("header2", "header"),
            ("footer1", "footer"),
            ("fontTable", "fontTable"),
        )
    )
    + '<Override PartName="/word/theme/theme1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    "_rels/.rels": relations(
        (f"{OFFICE}/officeDocument", "word/document.xml"),
        (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ),
    "word/document.xml": DOCUMENT,
    "word/_rels/document.xml.rels": relations(
        (f"{OFFICE}/styles", "styles.xml"),
        (f"{OFFICE}/settings", "settings.xml"),
        (f"{OFFICE}/numbering", "numbering.xml"),
        (f"{OFFICE}/header", "header1.xml"),
        (f"{OFFICE}/footer", "footer1.xml"),
        (f"{OFFICE}/fontTable", "fontTable.xml"),
        (f"{OFFICE}/theme", "theme/theme1.xml"),
        (f"{OFFICE}/header", "header2.xml"),
    ),
    "word/styles.xml": STYLES,
    "word/settings.xml": SETTINGS,
    "word/numbering.xml": NUMBERING,
    "word/header1.xml": HEADER,
    "word/header2.xml": HEADER,
    "word/footer1.xml": FOOTER,
    "word/fontTable.xml": FONT_TABLE,
    "word/theme/theme1.xml": theme(),
    "docProps/core.xml": CORE,
}


def main(target: Path = TARGET) -> None:
    """Write the file, the same bytes every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in PARTS.items():
            package.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), content.encode(), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:2]))
