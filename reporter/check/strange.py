"""Signs that hardly any file has: full-width letters and digits, other scripts, what converting leaves behind.

A class of signs takes as long to look for as sixty single ones: those of all rules are looked for together.
"""

from __future__ import annotations

import re
from functools import lru_cache

FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ％"
TRADITIONAL = (
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
_RUBBISH = "\ufffd锟烫\u200b-\u200f\u2060\ufeff\u00ad\u2e80-\u2fdf「」『』"
STRANGE = f"[{FULL_WIDTH}{TRADITIONAL}{_RUBBISH}]"
_ANY = re.compile(STRANGE)


@lru_cache(maxsize=4)
def may_be_strange(text: str) -> bool:
    """Whether one of them stands in the text. Several rules ask for that of one file."""
    return _ANY.search(text) is not None
