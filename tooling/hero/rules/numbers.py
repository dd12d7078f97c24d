"""Numbers that name a person's phone, account or card, told apart from all other numbers."""

import re

#: How long the account numbers of a country are (ISO 13616, as of its registry).
_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24,
    "SC": 31, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24,
    "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip

#: Printed in documentation everywhere, and nobody's.
_EXAMPLE_ACCOUNTS = frozenset(
    {
        "GB33BUKB20201555555555",
        "GB29NWBK60161331926819",
        "GB82WEST12345698765432",
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "NL91ABNA0417164300",
        "ES9121000418450200051332",
        "CH9300762011623852957",
    }
)
_EXAMPLE_CARDS = re.compile(
    r"4242424242424242|4012888888881881|4222222222222|5555555555554444|5105105105105100"
    r"|2223003122003222|378282246310005|371449635398431|6011111111111117|6011000990139424"
    r"|3566002020360505|(\d)\1{12,}|\d*(?:0000000|1111111)\d*|(\d{4})\2{2,}\d*"
)
#: Numbers that regulators keep free for films and books.
_EXAMPLE_PHONES = re.compile(
    r"1\d{3}55501\d\d|44(?:20794|7700900|16329|1164960)\d*|46(?:31390060|84650040)\d*"
)
_ISSUERS = re.compile(
    r"4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d)\d{12}"
)


def is_phone(text: str) -> bool:
    """Is this a phone number in international form that somebody may have?"""
    digits = re.sub(r"\D", "", text)
    return 8 <= len(digits) <= 15 and not _EXAMPLE_PHONES.fullmatch(digits)


def is_account(text: str) -> bool:
    """Is this an international bank account number with the right check digits?"""
    number = text.replace(" ", "")
    if _LENGTHS.get(number[:2]) != len(number) or number in _EXAMPLE_ACCOUNTS:
        return False
    moved = number[4:] + number[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def is_card(text: str) -> bool:
    """Is this a payment card's number, by its issuer, its length and its check digit?"""
    digits = re.sub(r"[ -]", "", text)
    if not _ISSUERS.fullmatch(digits) or _EXAMPLE_CARDS.fullmatch(digits):
        return False
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    return (
        sum(map(int, digits[-1::-2])) + sum(each % 10 + each // 10 for each in doubled)
    ) % 10 == 0
