from datetime import date, timedelta

import pytest

from portal.handbook.seeding import NOTICES
from portal.vault import backup_keys


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.ACCORD_BACKUP_MONTH_KEYS_DIR = str(tmp_path / "months")


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 1), date(2026, 12, 7)),
        (date(2026, 11, 30), date(2026, 12, 7)),
        (date(2026, 12, 31), date(2027, 1, 7)),
        (date(2028, 2, 10), date(2028, 3, 7)),
    ],
)
def test_what_is_destroyed_today_is_beyond_recovery_seven_days_after_the_month(today, day):
    assert backup_keys.beyond_recovery_on(today) == day


def test_participants_are_promised_six_weeks_and_it_is_never_longer():
    days = [date(2028, 1, 1) + timedelta(days=number) for number in range(366)]

    assert max(backup_keys.beyond_recovery_on(day) - day for day in days) <= timedelta(weeks=6)


@pytest.mark.parametrize(
    ("text", "backup", "day"),
    [
        ("kept.mediation.txt", "backup", "Within six weeks"),
        ("es/kept.mediation.txt", "copia de seguridad", "En un plazo de seis semanas"),
    ],
)
def test_the_text_on_what_is_kept_names_that_time_beside_the_backups(text, backup, day):
    """People consent to this text: it promises of a backup only what the keys of its month keep."""
    lines = [line for line in (NOTICES / text).read_text().splitlines() if backup in line]

    assert len(lines) == 1
    assert day in lines[0]


def test_a_month_has_one_key_and_the_next_month_another():
    first = backup_keys.month_key(date(2026, 11, 1))

    assert backup_keys.month_key(date(2026, 11, 30)) == first
    assert backup_keys.month_key(date(2026, 12, 1))[1] != first[1]
    assert first[0] == "2026-11"


def test_only_its_owner_may_read_the_key_of_a_month(tmp_path):
    backup_keys.month_key(date(2026, 11, 1))

    assert (tmp_path / "months" / "2026-11.key").stat().st_mode & 0o777 == 0o600


def test_a_key_is_there_until_its_day_and_gone_on_it():
    name, key = backup_keys.month_key(date(2026, 11, 20))

    assert backup_keys.destroy_expired(date(2026, 12, 6)) == []
    assert backup_keys.key_named(name) == key
    assert backup_keys.destroy_expired(date(2026, 12, 7)) == ["2026-11"]
    with pytest.raises(backup_keys.BackupKeyGone):
        backup_keys.key_named(name)


@pytest.mark.parametrize("name", ["2026-11", "../../etc/passwd", ""])
def test_a_key_that_is_not_there_is_said_to_be_gone(name):
    with pytest.raises(backup_keys.BackupKeyGone):
        backup_keys.key_named(name)
