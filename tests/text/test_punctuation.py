"""Where sentences end, in every script that marks it and in those that do not."""

import pytest

from cleaner import clean
from cleaner.document.block import Block
from cleaner.text.block_text import BlockText, count_words
from cleaner.text.punctuation import count_ends, ends_sentence, is_closed

SENTENCES = {
    "armenian": "Նավը կրկին կմեկնի երկուշաբթի օրը, ասել է նավահանգստի գրասենյակը։",
    "urdu": "بندرگاہ کے دفتر نے کہا کہ فیری پیر کے روز دوبارہ روانہ ہو گی۔",
    "persian-question": "آیا کشتی دوشنبه دوباره حرکت می‌کند و مسافران را به جزیره می‌برد؟",
    "hindi": "बंदरगाह कार्यालय ने कहा कि नौका सोमवार को फिर से चलेगी।",
    "bengali": "বন্দর অফিস জানিয়েছে, সোমবার থেকে ফেরি আবার চলবে বলে আশা।",
    "burmese": "တနင်္လာနေ့တွင် ကူးတို့ ပြန်လည်ပြေးဆွဲမည်ဟု ဆိပ်ကမ်းရုံးက ပြောသည်။",
    "khmer": "ការិយាល័យកំពង់ផែបាននិយាយថា សាឡាងនឹងដំណើរការឡើងវិញនៅថ្ងៃច័ន្ទ។",
    "tibetan": "གཟའ་ཟླ་བར་གྲུ་གཟིངས་སླར་ཡང་འགྲོ་རྒྱུ་རེད་ཅེས་གྲུ་ཁའི་ལས་ཁུངས་ཀྱིས་བཤད།",
    "amharic": "ጀልባው ሰኞ እንደገና እንደሚጓዝ የወደቡ ጽሕፈት ቤት ለነዋሪዎች አስታወቀ።",
    "amharic-typed": "ጀልባው ሰኞ እንደገና እንደሚጓዝ የወደቡ ጽሕፈት ቤት ለነዋሪዎች አስታወቀ፡፡",
    "hebrew-marked": "המעבורת תפליג שוב ביום שני, כך אמרו במשרד הנמל לתושבים.\u200f",
    "french-spaced": "Le bureau du port a dit : « Le bac repart lundi matin. »",
    "german": "Das Hafenamt sagte: „Die Fähre fährt am Montag wieder los.“",
    "reference": "The ferry sails again on Monday, the harbour office said. [12]",
    "reference-named": "The ferry sails again on Monday, the harbour office said. [NT 2 / SP]",
    "references-glued": "The ferry sails again on Monday, the harbour office said.[3][4]",
    "reference-wanted": "The ferry sails again on Monday, the office said.[citation needed]",
    "raised": "The ferry sails again on Monday, the harbour office said.¹",
    "plain-number": "The ferry sails again on Monday, the harbour office said.12",
    "quote-and-number": "The ferry sails again on Monday, “the harbour office said.”3",
    "star": "The ferry sails again on Monday, the harbour office said.*",
    "dagger": "The ferry sails again on Monday, the harbour office said.†",
}
UNMARKED = {
    "thai": "สำนักงานท่าเรือกล่าวว่าเรือข้ามฟากจะกลับมาแล่นอีกครั้งในวันจันทร์ หลังจากหยุดให้บริการไปสี่ปีเพราะพายุ",
    "lao": "ຫ້ອງການທ່າເຮືອກ່າວວ່າ ເຮືອຂ້າມຟາກຈະກັບມາແລ່ນອີກຄັ້ງໃນວັນຈັນ ຫຼັງຈາກຢຸດໃຫ້ບໍລິການໄປສີ່ປີຍ້ອນພາຍຸ",
}
OPEN = [
    "Ferry sails again",
    "The price is 3.50",
    "Release v3.5",
    "On 5.6.2026",
    "Chanel No.5",
    "The office said. [Read more]",
    "เรือข้ามฟากกลับมา",
    "आज की खबरें",
]


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_sentences_end_in_every_script(text: str) -> None:
    assert ends_sentence(text)
    assert is_closed(text)
    assert BlockText(Block(0, text)).is_finished


@pytest.mark.parametrize("text", UNMARKED.values(), ids=UNMARKED)
def test_prose_in_scripts_without_marks_is_told_by_its_length(text: str) -> None:
    assert not is_closed(text)
    block_text = BlockText(Block(0, text))
    assert block_text.is_closed
    assert block_text.is_finished


@pytest.mark.parametrize("text", OPEN)
def test_what_ends_no_sentence(text: str) -> None:
    block_text = BlockText(Block(0, text))
    assert not block_text.is_closed
    assert not block_text.is_finished


@pytest.mark.parametrize("text", ["The office said:", "The office said…", "हार्बर कार्यालय ने कहा…", "ការិយាល័យ៖"])
def test_what_leads_on_is_closed_and_ends_no_sentence(text: str) -> None:
    assert is_closed(text)
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two! Three?", 3),
        ("The boat.[1] The pier.[2] The end.", 3),
        ("पहला वाक्य। दूसरा वाक्य। तीसरा।", 3),
        ("پہلا جملہ۔ دوسرا جملہ۔", 2),
        ("渡轮复航。居民高兴。", 2),
        ("Version 3.5", 0),
    ],
)
def test_sentences_are_counted(text: str, number: int) -> None:
    assert count_ends(text) == number


@pytest.mark.parametrize("text", ["สวัสดี", "ສະບາຍດີ", "သဘောထား", "សួស្តីអ", "བཀྲ་ཤིས", "央行宣布降息"])
def test_two_characters_are_one_word_where_no_spaces_are_written(text: str) -> None:
    assert count_words(text) == (len(text) + 1) // 2


@pytest.mark.parametrize("text", [*SENTENCES.values(), *UNMARKED.values()], ids=[*SENTENCES, *UNMARKED])
def test_an_article_is_an_article_in_every_script(text: str) -> None:
    page = f"<body><main><article><h1>1 2 3</h1><p>{text}</p><p>{text} {text}</p><p>{text} 2 {text}</p>"
    article = clean(page)
    assert article.status in ("ok", "short")
    assert text in article.text
