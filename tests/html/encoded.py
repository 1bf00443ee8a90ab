"""Invented news in many scripts, as pages in the encodings of their time."""

from tests.conftest import ROOT

SAMPLES = {
    "de": ["cp1252"],
    "fr": ["cp1252"],
    "pl": ["cp1250", "iso8859-2"],
    "cs": ["cp1250"],
    "hu": ["cp1250"],
    "ru": ["cp1251", "koi8-r"],
    "uk": ["cp1251"],
    "el": ["cp1253", "iso8859-7"],
    "tr": ["cp1254"],
    "he": ["cp1255"],
    "ar": ["cp1256"],
    "th": ["cp874"],
    "zh": ["gb18030"],
    "zh-Hant": ["big5hkscs"],
    "ja": ["cp932", "euc_jis_2004", "iso2022_jp_ext"],
    "ko": ["cp949"],
}
"""Languages, and the encodings in which their pages are found."""

_NEWS = {
    "cs": """
Trajekt začne znovu jezdit v pondělí, oznámila správa přístavu.
Po zimní bouři čekali obyvatelé ostrova tři měsíce, než bylo poškozené molo opraveno.
Městská rada jednala dvě hodiny o plánu nového mostu a k žádnému závěru nedošla.
Starosta řekl, že náklady výrazně vzrostly, ale práce už nelze odkládat.
Školní knihovna bude od příštího týdne otevřena až do osmi hodin večer.
Rybáři říkají, že letos je ryb méně, a žádají vyšetření příčin.
Policie zjišťuje okolnosti nehody a hledá svědky.
Na slavnost přijíždí každoročně více než dvacet tisíc lidí.
""",
    "hu": """
Hétfőn újra közlekedik a komp, közölte a kikötő vezetősége.
A téli vihar után a sziget lakói három hónapot vártak, amíg kijavították a megrongált mólót.
A városi tanács két órán át vitatta az új híd tervét, de döntés nem született.
A polgármester szerint a költségek jelentősen nőttek, a munkát mégsem lehet tovább halogatni.
Az iskolai könyvtár a jövő héttől este nyolcig tart nyitva.
A halászok azt mondják, idén sokkal kevesebb a hal, ezért vizsgálatot kérnek.
A rendőrség vizsgálja a baleset körülményeit, és tanúkat keres.
Az ünnepségre évente több mint húszezer ember érkezik.
""",
    "uk": """
Пором знову ходитиме з понеділка, повідомило управління порту.
Після зимової бурі мешканці острова три місяці чекали, доки відремонтують причал.
Міська рада дві години обговорювала план нового мосту і не ухвалила рішення.
Мер сказав, що витрати значно зросли, але роботи більше не можна відкладати.
Шкільна бібліотека від наступного тижня працюватиме до восьмої вечора.
Рибалки кажуть, що цього року риби поменшало, і вимагають перевірки.
Поліція з'ясовує обставини аварії та шукає свідків.
Щороку на свято приїздить понад двадцять тисяч людей.
""",
    "el": """
Το πλοίο της γραμμής ξεκινά πάλι τη Δευτέρα, ανακοίνωσε το λιμεναρχείο του νησιού.
Μετά την καταιγίδα του χειμώνα οι κάτοικοι περίμεναν τρεις μήνες για να επισκευαστεί η προβλήτα.
Το δημοτικό συμβούλιο συζήτησε για δύο ώρες το σχέδιο της νέας γέφυρας και δεν κατέληξε σε απόφαση.
Ο δήμαρχος είπε ότι το κόστος αυξήθηκε, αλλά τα έργα δεν μπορούν να αναβληθούν άλλο.
Η βιβλιοθήκη του σχολείου θα μένει ανοιχτή έως τις οκτώ το βράδυ από την επόμενη εβδομάδα.
Οι ψαράδες λένε πως φέτος τα ψάρια είναι λιγότερα και ζητούν έρευνα.
Η αστυνομία εξετάζει τα αίτια του ατυχήματος και αναζητεί μάρτυρες.
Κάθε χρόνο έρχονται στη γιορτή περισσότεροι από είκοσι χιλιάδες άνθρωποι.
""",
    "he": """
המעבורת תחזור לשוט ביום שני, כך הודיעה רשות הנמל.
אחרי הסערה בחורף האחרון חיכו תושבי האי שלושה חודשים לתיקון המזח.
מועצת העיר דנה במשך שעתיים בתוכנית לגשר החדש ולא הגיעה להחלטה.
ראש העיר אמר שהמחיר עלה מאוד, אבל אי אפשר לדחות את העבודות.
ספריית בית הספר תהיה פתוחה עד שמונה בערב החל מהשבוע הבא.
הדייגים אומרים שהשנה יש פחות דגים ומבקשים בדיקה.
המשטרה חוקרת את נסיבות התאונה ומחפשת עדים.
בכל שנה מגיעים לפסטיבל יותר מעשרים אלף איש.
""",
    "th": """
ท่าเรือแจ้งว่าเรือข้ามฟากจะกลับมาให้บริการอีกครั้งในวันจันทร์
หลังพายุเมื่อฤดูหนาวที่ผ่านมา ชาวเกาะต้องรอนานสามเดือนกว่าจะซ่อมสะพานท่าเรือเสร็จ
สภาเทศบาลประชุมกันนานกว่าสองชั่วโมงเรื่องแผนสร้างสะพานใหม่
นายกเทศมนตรีกล่าวว่าค่าใช้จ่ายเพิ่มขึ้นมาก แต่เลื่อนงานออกไปอีกไม่ได้
ห้องสมุดโรงเรียนจะเปิดถึงสองทุ่มตั้งแต่สัปดาห์หน้า
ชาวประมงบอกว่าปีนี้ปลาน้อยลงอย่างเห็นได้ชัด และขอให้มีการตรวจสอบ
ตำรวจกำลังสอบสวนสาเหตุของอุบัติเหตุและตามหาพยาน
ทุกปีมีคนมาเที่ยวงานเทศกาลมากกว่าสองหมื่นคน
""",
    "zh-Hant": """
港務局表示，渡輪將於星期一恢復行駛。
去年冬天的風暴過後，島上居民等了三個月，碼頭才修好。
市議會花了兩個小時討論新橋的計畫，卻沒有做出決定。
市長說，費用比預期增加許多，但是工程不能再拖延。
學校圖書館從下星期起開放到晚上八點。
漁民說今年的魚明顯變少，要求進行調查。
警方正在調查事故的原因，並且尋找目擊者。
每年有超過兩萬人前來參加這個節慶。
""",
    "ko": """
항만청은 월요일부터 여객선이 다시 운항을 시작한다고 밝혔다.
지난겨울 폭풍으로 부두가 무너진 뒤 섬 주민들은 석 달 동안 작은 배를 빌려 타야 했다.
시의회는 화요일 저녁 회의에서 새 다리를 짓는 계획을 두고 두 시간 넘게 토론했다.
시장은 비용이 예상보다 크게 늘었지만 공사를 미룰 수는 없다고 말했다.
학교 도서관은 이번 주말부터 저녁 여덟 시까지 문을 연다.
어민들은 올해 물고기가 눈에 띄게 줄었다며 조사를 요구하고 있다.
경찰은 사고 원인을 조사하고 있으며 목격자를 찾고 있다.
축제에는 해마다 이만 명이 넘는 사람들이 찾아온다.
""",
}
_MENU = '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/news" title="News">News</a></li></ul>'


def page(language: str, length: int) -> str:
    """Return a page of *length* sentences, with a menu in English and a script before them."""
    text = _NEWS.get(language) or (ROOT / "fixtures" / "prose" / f"{language}.txt").read_text("utf-8")
    sentences = [line for line in text.splitlines() if line and not line.startswith("#")][:length]
    body = "\n".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<html><head><script>var a = 1 < 2;</script></head><body>{_MENU}\n{body}<p>Copyright 2011</p></body></html>"
