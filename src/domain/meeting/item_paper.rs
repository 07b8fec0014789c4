//! A paper (stuk) that goes with an item: a text, or the address of a document elsewhere. Every version of it stays; a fixed version of
//! the agenda holds the one that was there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{MeetingFacts, Part, PartFacts, PartKind};
use crate::domain::{arrangement::differing, ids::OrganisationCode, text::RawText, zone};

/// What a paper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemPaperFacts {
    /// Title.
    pub title: RawText,
    /// The day it bears.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// What stands in it. Whatever it looks like, it is text.
    #[serde(default)]
    pub text: RawText,
    /// Where the document is: an address that begins with `https://`. It is shown, never fetched.
    #[serde(default)]
    pub address: RawText,
    /// The bodies that may have it; only those with whom the item is shared get it. None: the secretariat and the chair alone.
    #[serde(default)]
    pub bodies: Vec<OrganisationCode>,
}

/// A paper of an item.
pub type ItemPaper = Part<ItemPaperFacts>;

impl PartFacts for ItemPaperFacts {
    const KIND: PartKind = PartKind::Paper;
    const KEEPS_VERSIONS: bool = true;

    fn differing(&self, before: &Self) -> Vec<String> {
        differing!(self, before; title = "title", on = "on", text = "text", address = "address", bodies = "bodies")
    }
}

impl ItemPaper {
    /// Did this version come after the last day on which papers are in time?
    pub fn is_late(&self, meeting: &MeetingFacts) -> bool {
        meeting.papers_due_on().is_some_and(|due| due < zone::date_of(self.recorded_at))
    }

    /// May this body have it, when the item is shared with it?
    pub fn is_for(&self, body: &OrganisationCode) -> bool {
        !self.withdrawn && self.facts.bodies.contains(body)
    }
}

/// Is it an address of a document: `https://`, a host without a name or password before it, and nothing that could end a line?
pub fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"\\^`{|}".contains(c);
    !host.is_empty() && !host.contains('@') && rest.chars().all(is_plain) && rest.is_ascii()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        super::{
            Agenda, PaperChange, Part,
            decide::{change_part, fix, new_part},
            difference, publication,
            tests::{actor, agenda, at, code, fixing, meeting, present},
        },
        ItemPaper, ItemPaperFacts, is_address,
    };
    use crate::domain::{arrangement::decide::Moment, confirmation::ConfirmedAction, ids::PartId};

    fn with_paper() -> (Agenda, ItemPaper) {
        let (mut all, by) = (agenda(meeting()), actor(1));
        let facts = ItemPaperFacts {
            title: "Brief".into(),
            on: None,
            text: "Tekst".into(),
            address: "".into(),
            bodies: vec![code("UWV"), code("SVB")],
        };
        let moment = Moment { actor: &by, now: at("2026-11-24 23:59") };
        let paper = new_part(PartId(Uuid::from_u128(30)), &all.entries[0].item, facts, moment);
        all.entries[0].papers.push(paper.clone());
        (all, paper)
    }

    #[test]
    fn a_version_says_when_it_came_and_whether_that_was_late() {
        let (all, first) = with_paper();
        let by = actor(2);
        let moment = Moment { actor: &by, now: at("2026-11-25 00:00") };
        let second = change_part(&first, ItemPaperFacts { title: "Brief 2".into(), ..first.facts.clone() }, false, moment);
        let second = second.unwrap().unwrap();
        assert_eq!((second.version, second.recorded_at, second.recorded_by), (2, moment.now, by.account));
        let facts = &all.meeting.facts;
        assert_eq!([first.is_late(facts), second.is_late(facts)], [false, true], "due t/m 24 November");
        let invited = change_part(&all.entries[0].invitations[0], all.entries[0].invitations[0].facts.clone(), true, moment);
        assert_eq!(invited.unwrap().unwrap().recorded_by, actor(1).account, "an invitation stays of who made it");
    }

    #[test]
    fn the_difference_names_the_paper_and_its_versions() {
        let (mut all, paper) = with_paper();
        let before = all.content();
        all.entries[0].papers[0].version = 2;
        let named = |all: &Agenda| {
            let found = difference(&before, &all.content());
            found.changed.into_iter().map(|one| (one.fields, one.papers)).collect::<Vec<_>>()
        };
        let change = |from, to| PaperChange { paper: paper.id, title: "Brief".into(), from, to };
        assert_eq!(named(&all), [(vec!["papers".to_owned()], vec![change(Some(1), Some(2))])]);
        all.entries[0].papers[0].withdrawn = true;
        assert_eq!(named(&all)[0].1, [change(Some(1), None)]);
        all.entries[0].papers = vec![Part { id: PartId(Uuid::from_u128(31)), ..paper.clone() }, paper];
        assert_eq!(named(&all)[0].1.len(), 1, "what is the same is not named");
    }

    #[test]
    fn a_body_gets_a_paper_that_names_it_where_a_ground_does_too() {
        let (mut all, paper) = with_paper();
        let by = actor(1);
        let own = all.entries[0].invitations[0].clone();
        all.entries[0].invitations.push(Part { id: PartId(Uuid::from_u128(40)), ..own });
        all.entries[0].invitations[1].facts.organisation = code("SVB");
        all.entries[0].papers.push(ItemPaper { id: PartId(Uuid::from_u128(31)), ..paper });
        all.entries[0].papers[1].facts.bodies = vec![code("SVB")];
        let (_, edition) = fix(&all, fixing(&all, "test"), Moment { actor: &by, now: at("2026-11-20 10:00") }).unwrap();
        let shown = publication(&edition, ConfirmedAction::PublishAgenda, &present(&all.entries));
        let papers = |at: usize| shown.recipients[at].items.iter().map(|one| one.papers.len()).sum::<usize>();
        assert_eq!((papers(0), papers(1)), (0, 1), "no ground names the SVB");
    }

    #[test]
    fn an_address_is_https_and_one_word() {
        for good in ["https://stukken.voorbeeld.nl/let/48?nr=3#p2", "https://x", "https://x.nl:8443/a%20b"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "http://x.nl",
            "HTTPS://x.nl",
            "https://",
            "https:///x",
            "https://a@x.nl/",
            "https://x.nl/a b",
            "https://x.nl/\u{1b}[2J",
            "https://x.nl/\u{202e}",
            "https://х.nl",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://x.nl/<script>",
            "https://x.nl/\nBEGIN:VEVENT",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
