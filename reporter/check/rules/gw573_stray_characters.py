"""No characters that belong to another script, another direction or no text at all (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW573",
    title="没有乱码、不可见字符、部首字符、繁体字和直角引号",
    implements=("R25", "L061"),
    clause="公文校对要求（GB/T 15834-2011 4.8）",
    strength="recommended",
    tests="�、零宽空格、⼈⽼等部首字符、養設等繁体字、「」、用两个连字符代替的破折号",
    why="从网页和 PDF 复制来的字看着一样，检索不到，换一台电脑就成了空框。",
    hint="重新录入这几个字；引号用“”，破折号用——",
    good=lambda: notice(body=("为老年人提供服务——落实“一院一策”。",)),
    bad=lambda: notice(body=("为⽼年⼈提供服务--落实「一院一策」。",)),
    folds=6,
)
_TRADITIONAL = (
    "並併來係個們側備傷價儀億償優儲兒內兩凍則創劃劑動務勝勞勢勵區協卻參叢員問啟喪單嘗嚮嚴國圍園圓圖團報場塊墊"
    "墳壓壞壟壯壽夠夢奪婦孫學寢實寧審寫寬寶將專尋對導屆層屬島嶺帥師帶幣幫幹庫廚廟廠廢廣廳弔張強彈彌彙徑從復徹"
    "恆悅惡惱愛態慘慚慣慮慶憂憑憲憶懇應懷懸戀戶掃掛採揀揚換損搶撥擇擊擔據擴擾攔攜攝敵斂斃時暈暢暫曆曉曬書會東"
    "條棄棟楊業極構槍樁樂樓標樞樣樹橋機檔檢檯欄權歐歡歲歷歸殘殯殺氣決沒況洩減測渾湊湯準溝溫滄滅滯滲滾滿漁漢漲"
    "漸潔潛潤澀澤濃濕濟濫濱瀏灣災為無熱燈燒營爐爭爾牆牽狀狹獎獨獲現瑣環瓊產畝畢畫異當疊痙療癢癮發盜盡監盤盧眾"
    "睏矯碼礎礙祕禍禦禮禱稅種稱穀積穩窮竄競筆筍節範築篩簡簽籃籌籲糧糾紀約紅紋納紙級紛細紹終組結絡給統絲綁經綜"
    "綠維綱網緊緒線緝緣編緩緯練緻縣縫縮縱總績織繞繩繪繫繼續罰罷義習聖聞聯聲職聽肅脈腦腫腳膚膽臉臨臺與興舉舊艙"
    "艦芻莊華萬葉蒼蓋薦薩藍藝藥蘇蘭處虛號虧蝕術衛衝複襲見規視親覺覽觀訂計討訓託記設訴診註詐評詞詢試詩話該詳誇"
    "誌認語誠誤說誰課誼調請論諮諾謀謝謹證識譜譯議護讀變讓豎豐負財貢貧貨販貪貫責貯貴買貸費貼賀賃資賑賓賜賞賠賢"
    "賣賦質賬賴賺購賽贈贊贏趕趙跡踐躍車軌軍軟軸較載輔輕輛輝輩輪輯輸轄轉轟辦辭農這連週進遊運過達違遙遞遠適遲遷"
    "選遺遼邁還邊郵鄉鄧鄭鄰醜醫釀釋針鈔鈴鉛銀銷鋪鋼錄錢錯鍋鍵鍾鎖鎮鏡鐘鐵鑑鑒長門閉開閒間閣閱闊關陣陰陳陸陽隊"
    "階際隨險隱隸雖雙雛雜雞離難電霧靈靜韓頁頂項順須預頑頓領頭頻題額顏願顛類顧顯風飄飛飯飲飾養餘館馬駐駕驗驚驟"
    "髒體髮鬆鬥鬧魚鮮鳥鳴麥黃點黨齊齒齡龍龐"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("乱码", re.compile("\ufffd+|锟斤拷|烫烫烫")),
    ("不可见的字符", re.compile("(?<=[\u4e00-\u9fff])[\u200b-\u200f\u2060\ufeff\u00ad]+(?=[\u4e00-\u9fff])")),
    ("部首字符", re.compile("[\u2e80-\u2fdf]")),
    ("直角引号", re.compile("[「」『』]")),
    ("两个连字符", re.compile("(?<=[\u4e00-\u9fff])-{2,}(?=[\u4e00-\u9fff“])")),
    ("繁体字", re.compile(f"[{_TRADITIONAL}]")),
)
_ANY = re.compile(
    f"[\ufffd锟烫\u200b-\u200f\u2060\ufeff\u00ad\u2e80-\u2fdf「」『』{_TRADITIONAL}-](?:(?<!-)|(?=-))"
)
"""One class of signs, with which each of them begins or which it holds: so it is looked for ten times as fast."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes. A PDF gives radicals back for hanzi, and breaks where it likes."""
    for para in subject.seen.joined.holding(_ANY):
        for name, pattern in _KINDS:
            if found := pattern.search(para.text):
                yield RULE.at(subject, para, f"有{name}“{_shown(found[0])}”", around(para.text, found))


def _shown(text: str) -> str:
    return text if text.isprintable() else "".join(f"U+{ord(sign):04X}" for sign in text)
