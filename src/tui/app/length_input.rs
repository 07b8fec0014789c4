//! Reading a length of time as people type it: `4 weken`, `10 werkdagen`, `3m`. Which day that is, the term engine says.

use crate::domain::{
    Date,
    commitment::{Counted, Due},
    term::length::{Length, Unit},
};

/// The length; nothing when it is none.
pub fn read(text: &str) -> Option<Length> {
    let text = text.trim().to_lowercase();
    if let Ok(length) = text.parse() {
        return Some(length);
    }
    let (count, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let unit = match unit.trim() {
        "d" | "dag" | "dagen" | "day" | "days" => Unit::Day,
        "w" | "wk" | "week" | "weken" | "weeks" => Unit::Week,
        "m" | "mnd" | "maand" | "maanden" | "month" | "months" => Unit::Month,
        "y" | "j" | "jr" | "jaar" | "jaren" | "year" | "years" => Unit::Year,
        "wd" | "werkdag" | "werkdagen" | "working day" | "working days" => Unit::WorkingDay,
        _ => return None,
    };
    Length::new(count.parse().ok()?, unit).ok()
}

/// When something is due that is promised today for within this length.
pub fn due(length: Length, today: Date) -> Option<Due> {
    let counted = Some(Counted { from: today, length: length.to_string() });
    let on = Due { on: today, counted: counted.clone() }.explained()?.end.end;
    Some(Due { on, counted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_type_them_end_where_the_term_engine_says() {
        let day = |m, d| Date::from_ymd_opt(2026, m, d);
        let today = day(11, 23).unwrap();
        let ends = |text: &str| due(read(text)?, today).map(|due| due.on);
        assert_eq!(ends("4 weken"), day(12, 21));
        assert_eq!(ends("4w"), day(12, 21));
        assert_eq!(ends("5 werkdagen"), day(11, 30));
        assert_eq!(ends("10 Dagen"), day(12, 3));
        assert_eq!(ends("2 maanden"), Date::from_ymd_opt(2027, 1, 23), "what is agreed stays on its Saturday: no act moves it");
        for text in ["weken", "4", "0 weken", "4 uur", "-4 weken", "99999 weken", ""] {
            assert_eq!(ends(text), None, "{text}");
        }
    }
}
