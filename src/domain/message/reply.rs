//! To which case a mail that came in belongs: by the message it answers, or by the number in its subject.

use super::folded_address;
use crate::domain::ids::SignalNumber;

/// Most Message-IDs that are looked at of one mail.
pub const MOST_IDS: usize = 50;

/// What is known of a mail that came in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The cases of the messages it answers, each once.
    pub answers: Vec<SignalNumber>,
    /// The case whose number stands in its subject, where there is one.
    pub named: Option<SignalNumber>,
    /// Is the sender who reported that case, or somebody loket wrote to about it?
    pub sender_is_known: bool,
}

/// Where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// To this case.
    Case(SignalNumber),
    /// It is a report of its own; with what is to be said of it.
    Own(Option<Doubt>),
}

/// Why a mail that names a case is a report of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// It answers messages of other cases than the one it names, or of several.
    Disagree(Vec<SignalNumber>),
    /// It names this case, and its sender is not known there.
    Stranger(SignalNumber),
}

impl Doubt {
    /// What the note in the timeline says. Dutch in every language: it is stored.
    pub fn note(&self) -> String {
        match self {
            Self::Disagree(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                format!("Deze e-mail hoort bij meer dan één zaak ({}). Daarom is het een nieuw signaal.", numbers.join(", "))
            }
            Self::Stranger(number) => {
                format!("Deze e-mail noemt {number}, maar de afzender is daar niet bekend. Daarom is het een nieuw signaal.")
            }
        }
    }
}

/// Decides it. Nobody is believed to belong to two cases at once.
pub fn place(known: &Known) -> Place {
    let mut cases = known.answers.clone();
    cases.extend(known.named);
    cases.sort_unstable();
    cases.dedup();
    match (&known.answers[..], known.named) {
        _ if cases.len() > 1 => Place::Own(Some(Doubt::Disagree(cases))),
        ([answered], _) => Place::Case(*answered),
        (_, Some(named)) if known.sender_is_known => Place::Case(named),
        (_, Some(named)) => Place::Own(Some(Doubt::Stranger(named))),
        _ => Place::Own(None),
    }
}

/// The number that stands in a subject, whole: `Re: Uw melding [S-2026-00421]`. Two different ones: none.
pub fn number_in(subject: &str) -> Option<SignalNumber> {
    let words = subject.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let whole = words.filter(|word| word.len() >= 8 && word.starts_with(['S', 's']) && word.matches('-').count() == 2);
    let mut found: Vec<SignalNumber> = whole.filter_map(|word| SignalNumber::parse(word, 0)).collect();
    found.dedup();
    if let [one] = found[..] { Some(one) } else { None }
}

/// Is the sender one of these addresses?
pub fn is_known<'a>(sender: &str, addresses: impl IntoIterator<Item = &'a str>) -> bool {
    let sender = folded_address(sender);
    !sender.is_empty() && addresses.into_iter().any(|address| folded_address(address) == sender)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(sequence: u32) -> SignalNumber {
        SignalNumber::new(2026, sequence)
    }

    #[test]
    fn a_whole_number_in_the_subject_counts() {
        for subject in ["Re: Uw melding [S-2026-00421]", "S-2026-00421", "Antw: s-2026-421, vraag", "(S-2026-00421) S-2026-00421"]
        {
            assert_eq!(number_in(subject), Some(case(421)), "{subject}");
        }
        for subject in ["", "Re: melding 421", "S-421", "2026-00421", "S-2026-00421 en S-2026-00422", "XS-2026-00421", "S-2026-0"]
        {
            assert_eq!(number_in(subject), None, "{subject}");
        }
    }

    #[test]
    fn a_mail_goes_to_one_case_or_is_a_report_of_its_own() {
        let (a, b) = (case(1), case(2));
        let known =
            |answers: &[SignalNumber], named, sender_is_known| Known { answers: answers.to_vec(), named, sender_is_known };
        for (known, expected) in [
            (known(&[], None, false), Place::Own(None)),
            (known(&[a], None, false), Place::Case(a)),
            (known(&[a], Some(a), false), Place::Case(a)),
            (known(&[], Some(a), true), Place::Case(a)),
            (known(&[], Some(a), false), Place::Own(Some(Doubt::Stranger(a)))),
            (known(&[a], Some(b), true), Place::Own(Some(Doubt::Disagree(vec![a, b])))),
            (known(&[b, a], None, true), Place::Own(Some(Doubt::Disagree(vec![a, b])))),
        ] {
            assert_eq!(place(&known), expected, "{known:?}");
        }
    }

    #[test]
    fn addresses_are_compared_without_case_and_nobody_is_known_by_none() {
        assert!(is_known(" A@Voorbeeld.nl", ["b@voorbeeld.nl", "a@voorbeeld.nl"]));
        assert!(!is_known("", ["", "a@voorbeeld.nl"]));
    }

    proptest::proptest! {
        #[test]
        fn any_subject_is_read_and_a_number_in_it_is_found(before in "\\PC{0,40}", sequence in 1u32..9_999_999) {
            number_in(&before);
            let subject = format!("Re: [{}]", case(sequence));
            proptest::prop_assert_eq!(number_in(&subject), Some(case(sequence)));
        }
    }
}
