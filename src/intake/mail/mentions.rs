//! What a text names in so many words: bodies, decisions, and the municipality a sender writes from.

use crate::domain::{
    fold::fold,
    ids::{MunicipalityCode, OrganisationCode},
    municipality::Gazetteer,
    organisation::{Organisation, OrganisationKind},
    signal::{Body, Decision},
    text::RawText,
    zone,
};

/// Most decisions taken from one text.
const MOST_DECISIONS: usize = 10;

/// National bodies and ministries that are named, by abbreviation (as a whole word, as written, three letters or more: `IB`
/// and `HC` mean other things too) or by full name, in the order of the text.
pub(super) fn bodies(text: &str, organisations: &[Organisation]) -> Vec<Body> {
    let mut found: Vec<(usize, &OrganisationCode)> =
        named(text, organisations).into_iter().map(|mention| (mention.at, mention.organisation)).collect();
    found.sort_by_key(|(at, _)| *at);
    let mut bodies: Vec<Body> = vec![];
    for (_, organisation) in found {
        if !bodies.iter().any(|body| body.organisation == *organisation) {
            bodies.push(Body { organisation: organisation.clone(), position: RawText::default() });
        }
    }
    bodies
}

struct Mention<'o> {
    at: usize,
    organisation: &'o OrganisationCode,
}

fn named<'o>(text: &str, organisations: &'o [Organisation]) -> Vec<Mention<'o>> {
    // Folding changes lengths; both kinds of place only serve to put mentions in order, so each is taken as a share.
    let folded = fold(text);
    let share = |at: usize, length: usize| at * 1_000_000 / length.max(1);
    let mut found = vec![];
    for body in organisations.iter().filter(|o| o.kind != OrganisationKind::Municipality) {
        let code = body.code.as_str();
        let by_code = if code.len() >= 3 { whole_word(text, code).map(|at| share(at, text.len())) } else { None };
        let by_name = || {
            let name = fold(&body.name);
            if name.len() > 3 { whole_word(&folded, &name).map(|at| share(at, folded.len())) } else { None }
        };
        if let Some(at) = by_code.or_else(by_name) {
            found.push(Mention { at, organisation: &body.code });
        }
    }
    found
}

/// Where the word stands with no letter, digit or hyphen-bound letter around it.
fn whole_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '@' | '.'))
            && !after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@'))
    })
}

/// Decisions in the plain form: one named body, then `kenmerk X, bekendgemaakt op DD-MM-YYYY`, in one sentence.
pub(super) fn decisions(text: &str, organisations: &[Organisation]) -> Vec<Decision> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut decisions: Vec<Decision> = vec![];
    for at in 0..words.len() {
        if let Some(decision) = decision_at(&words, at, organisations)
            && !decisions.contains(&decision)
        {
            decisions.push(decision);
            if decisions.len() == MOST_DECISIONS {
                break;
            }
        }
    }
    decisions
}

/// Words of a sentence that are looked through for the body, at most.
const SENTENCE: usize = 25;

fn decision_at(words: &[&str], at: usize, organisations: &[Organisation]) -> Option<Decision> {
    let [kenmerk, reference, announced, op, date, ..] = words.get(at..)? else { return None };
    if !kenmerk.trim_end_matches(':').eq_ignore_ascii_case("kenmerk")
        || !announced.eq_ignore_ascii_case("bekendgemaakt")
        || !op.eq_ignore_ascii_case("op")
    {
        return None;
    }
    let reference = reference.trim_matches([',', ';', '(', ')', '"']);
    let announced_on = zone::read_date(date.trim_matches(['.', ',', ';', ')', '(', '!', '?']))?;
    let sentence = words[at.saturating_sub(SENTENCE)..at].iter().rposition(|word| word.ends_with(['.', '!', '?', ':']));
    let from = sentence.map_or(at.saturating_sub(SENTENCE), |place| at.saturating_sub(SENTENCE) + place + 1);
    let [one] = &named(&words[from..at].join(" "), organisations)[..] else { return None };
    (!reference.is_empty() && reference.len() <= 60).then(|| Decision {
        organisation: one.organisation.clone(),
        reference: reference.into(),
        kind: RawText::default(),
        amount_cents: None,
        announced_on: Some(announced_on),
        dated_on: None,
    })
}

/// The municipality whose name is a label of the sender's domain: `zwijndrecht.voorbeeld.nl`. Two of that name, or two
/// labels that name different ones: none.
pub(super) fn municipality_of_domain(address: &str, gazetteer: &Gazetteer) -> Option<MunicipalityCode> {
    let (_, domain) = address.rsplit_once('@')?;
    let domain = domain.trim().trim_end_matches('>').to_lowercase();
    let labels: Vec<&str> = domain.strip_suffix(".nl")?.split('.').filter(|label| label.len() <= 63).take(10).collect();
    let squeezed = |text: &str| fold(text).replace([' ', '.'], "");
    let mut found: Option<MunicipalityCode> = None;
    for label in labels {
        let label = squeezed(label);
        let label = label.strip_prefix("gemeente").unwrap_or(&label);
        let bare = |name: &str| squeezed(name.split(" (").next().unwrap_or(name));
        for municipality in gazetteer.municipalities().iter().filter(|m| bare(&m.name) == label) {
            if found.is_some_and(|code| code != municipality.code) {
                return None;
            }
            found = Some(municipality.code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisation;

    #[test]
    fn bodies_as_whole_words() {
        let all = organisation::all();
        let codes = |text| bodies(text, &all).iter().map(|body| body.organisation.to_string()).collect::<Vec<_>>();
        assert_eq!(codes("beslag door het CJIB, en DUO-schuld; de Belastingdienst ook"), ["CJIB", "DUO", "BD"]);
        assert_eq!(codes("de INDEX, induo, IB-nummer, svb@svb.nl"), Vec::<String>::new());
        assert_eq!(codes("de sociale  verzekeringsbank"), Vec::<String>::new());
        assert_eq!(codes("De Sociale Verzekeringsbank (SVB) en het CAK"), ["SVB", "CAK"]);
    }

    #[test]
    fn a_decision_only_in_its_plain_form() {
        let all = organisation::all();
        let found = |text| decisions(text, &all).len();
        assert_eq!(found("Besluit CJIB,\nkenmerk DWB-1, bekendgemaakt op 18-11-2026."), 1);
        assert_eq!(found("Besluit CJIB, kenmerk DWB-1, bekendgemaakt op 31-11-2026."), 0);
        assert_eq!(found("Het CJIB belde. Besluit, kenmerk DWB-1, bekendgemaakt op 18-11-2026."), 0);
        assert_eq!(found("Besluit van CJIB en DUO, kenmerk DWB-1, bekendgemaakt op 18-11-2026."), 0);
        assert_eq!(found("kenmerk kenmerk kenmerk bekendgemaakt op"), 0);
    }

    #[test]
    fn a_municipality_only_from_its_own_domain() {
        let gazetteer = Gazetteer::embedded();
        let code = |address| municipality_of_domain(address, &gazetteer).map(|code| code.0);
        assert_eq!(code("n.vanbeek@zwijndrecht.voorbeeld.nl"), Some(642));
        assert_eq!(code("x@sudwest-fryslan.nl"), Some(1900));
        assert_eq!(code("x@gemeentebreda.nl"), Some(758));
        assert_eq!(code("x@bergen.nl"), None);
        assert_eq!(code("x@breda.utrecht.nl"), None);
        assert_eq!(code("x@voorbeeld.nl"), None);
        assert_eq!(code("dordrecht"), None);
    }
}
