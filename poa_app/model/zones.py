"""What people call the time zones of Amazon's stores and sellers.

A seller who writes PST means the clock of Los Angeles, in summer too; so each name stands for a place, not an offset.
"""

from __future__ import annotations

AMBIGUOUS = frozenset({"cst", "ist", "中部时间", "local", "local time", "当地时间", "本地时间"})
"""Names of several zones: China and Central, India, Israel and Ireland."""

_OF = {
    "America/Los_Angeles": "pst pdt pt p.t. pacific us/pacific seattle california la 太平洋 美西 美国西部 美国太平洋"
    " 洛杉矶 西雅图 加州 太平洋标准 太平洋夏令",
    "America/New_York": "est edt et eastern us/eastern ny 美东 美国东部 纽约 东部 北美东部",
    "America/Chicago": "cdt ct central us/central 美中 美国中部 芝加哥",
    "America/Denver": "mst mdt mt mountain us/mountain 美国山地 山地",
    "America/Toronto": "toronto 多伦多",
    "America/Mexico_City": "mexico 墨西哥",
    "America/Sao_Paulo": "brt brazil brasilia 巴西",
    "Asia/Shanghai": "beijing china chinese shanghai shenzhen cn bjt 北京 中国 上海 深圳 中国标准 国内 东八区 東八區",
    "Asia/Hong_Kong": "hkt hong_kong hongkong 香港",
    "Asia/Taipei": "taipei taiwan 台北 台湾",
    "Asia/Tokyo": "jst japan tokyo 日本 东京",
    "Asia/Singapore": "sgt singapore 新加坡",
    "Asia/Dubai": "uae dubai 阿联酋 迪拜",
    "Asia/Riyadh": "saudi 沙特",
    "Asia/Kolkata": "india 印度",
    "Australia/Sydney": "aest aedt sydney 悉尼 澳洲 澳大利亚",
    "Europe/London": "bst uk british london gb 英国 伦敦",
    "Europe/Berlin": "cet cest german germany berlin 欧洲中部 中欧 德国 柏林",
    "Europe/Paris": "french france paris 法国 巴黎",
    "Europe/Rome": "italian italy rome 意大利",
    "Europe/Madrid": "spanish spain madrid 西班牙",
    "Europe/Amsterdam": "dutch netherlands amsterdam 荷兰",
    "Europe/Warsaw": "polish poland warsaw 波兰",
    "Europe/Stockholm": "swedish sweden stockholm 瑞典",
    "Europe/Brussels": "belgian belgium brussels 比利时",
    "Europe/Dublin": "irish ireland dublin 爱尔兰",
    "Europe/Istanbul": "trt turkey 土耳其",
    "UTC": "utc gmt z greenwich 格林威治 格林尼治 世界 世界协调 协调世界",
}

ZONES = {name.replace("_", " "): zone for zone, names in _OF.items() for name in names.split()}
ZONES |= {f"us {name}": ZONES[name] for name in ("pacific", "eastern", "central", "mountain")}
"""The zone by each of its names, in small letters, without "time" or 时间."""
