//! The list of drafts: what was typed, what was set aside, what waits to be sent and what was refused; to go on with, or to throw away.

use super::super::{
    Modal, State, Tone,
    agenda::AgendaForm,
    choose::Choice,
    form::{self, Purpose},
    message::{DraftOffer, Effect, Stands, UnreadableDrafts},
    picker::{Item, Kind, Picked, Picker},
};
use crate::domain::{bsn, ids::IdempotencyKey, text::SafeText};

impl Stands {
    /// The key of what is said of it in the list; nothing of what was only typed.
    fn mark(&self) -> Option<&'static str> {
        match self {
            Self::Draft => None,
            Self::Aside => Some("drafts-aside"),
            Self::Waits(_) => Some("drafts-waits"),
            Self::Refused(_) => Some("drafts-refused"),
        }
    }
}

impl State {
    /// Opens the drafts there are.
    pub(in crate::tui::app) fn pick_draft(&mut self, offers: &[DraftOffer], unreadable: &UnreadableDrafts) -> Vec<Effect> {
        if offers.is_empty() && unreadable.count == 0 {
            self.say_with(Tone::Info, "drafts-none", &[]);
            return vec![];
        }
        let item = |offer: &DraftOffer| {
            // What may not be saved is kept for whoever typed it, and not shown to whoever stands beside them.
            let (text, _) = bsn::mask(&form::texts_of(&offer.text));
            let nobodys = if offer.nobodys { format!("  ({})", self.texts.get("drafts-of-nobody")) } else { String::new() };
            let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned();
            let mark = offer.stands.mark().map_or_else(String::new, |key| format!("  ({})", self.texts.get(key)));
            // Why it was refused, or is not to be gone on with, stands before what was typed.
            let says = match &offer.stands {
                Stands::Refused(why) => Some(self.texts.with("draft-refused", &[("why", why.as_str().into())])),
                Stands::Waits(_) => Some(self.texts.get("draft-waits")),
                Stands::Aside => Some(self.texts.get("draft-aside")),
                Stands::Draft => None,
            };
            let text: Vec<String> = says.into_iter().chain([text.clone()]).collect();
            Item {
                label: self.draft_label(&offer.slot),
                note: format!("{}{nobodys}{mark}  {}", self.moment(offer.saved_at), SafeText::line(&first)),
                text: SafeText::block(&text.join("\n\n")).into_string(),
                picked: match offer.stands {
                    Stands::Waits(key) => Picked::Waiting(key),
                    _ => Picked::Draft(offer.id.clone(), offer.slot.clone()),
                },
            }
        };
        let items = offers.iter().filter(|offer| Purpose::of_slot(&offer.slot).is_some()).map(item).collect();
        let notice = self.unreadable_words(unreadable).unwrap_or_default();
        let mut picker = Picker::new(Kind::Drafts, items);
        picker.notice = notice;
        self.modals.push(Modal::Picker(Box::new(picker)));
        vec![]
    }

    /// Has a line of the list of drafts the cursor?
    pub(in crate::tui::app) fn draft_picked(&self) -> bool {
        let draft = |picked: &Picked| matches!(picked, Picked::Draft(..) | Picked::Waiting(_));
        matches!(self.modals.last(), Some(Modal::Picker(picker)) if picker.current().is_some_and(|item| draft(&item.picked)))
    }

    /// Is the draft under the cursor to be thrown away? It is nowhere else, so that is asked first.
    pub(in crate::tui::app) fn ask_to_drop_draft(&mut self) -> Vec<Effect> {
        let Some(Modal::Picker(picker)) = self.modals.last() else { return vec![] };
        let (label, drop, key) = match picker.current() {
            Some(Item { label, picked: Picked::Draft(id, _), .. }) => (label, Choice::DropDraft(id.clone()), "choose-drop-draft"),
            Some(Item { label, picked: Picked::Waiting(key), .. }) => (label, Choice::DropWaiting(*key), "choose-drop-waiting"),
            _ => return vec![],
        };
        // In the list a gap stands between what it is and what it is about; in a sentence it is one blank.
        let what = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = self.texts.with(key, &[("what", what.into())]);
        self.ask_titled(title, &[("drop-draft-no", Choice::Nothing), ("drop-draft-yes", drop)]);
        vec![]
    }

    /// Throws a draft away and shows those that are left.
    pub(in crate::tui::app) fn drop_draft(&mut self, id: String) -> Vec<Effect> {
        let listed = self.modals.iter().find_map(|modal| if let Modal::Picker(picker) = modal { Some(picker) } else { None });
        let left = listed.is_some_and(|picker| picker.count() > 1);
        self.modals.retain(|modal| !matches!(modal, Modal::Picker(_)));
        [Effect::DropDraft(id)].into_iter().chain(left.then_some(Effect::ListDrafts)).collect()
    }

    /// No longer sends what waits under this key. A form that still shows it closes.
    pub(in crate::tui::app) fn drop_waiting(&mut self, key: IdempotencyKey) -> Vec<Effect> {
        let shows = |form: &form::Form| form.sending.is_some() && form.key == Some(key);
        self.modals.retain(|modal| match modal {
            Modal::Picker(_) => false,
            Modal::Form(form) => !shows(form),
            _ => true,
        });
        vec![Effect::DropWaiting(key)]
    }

    /// Opens the form a draft belongs to, with that draft in it.
    pub(in crate::tui::app) fn go_on_with(&mut self, id: &str, slot: &str) -> Vec<Effect> {
        let Some(purpose) = Purpose::of_slot(slot) else { return vec![] };
        if self.modals.iter().any(|modal| matches!(modal, Modal::Form(form) if form.purpose == purpose)) {
            self.say_with(Tone::Info, "draft-open-already", &[]);
            return vec![];
        }
        let many = matches!(
            purpose,
            Purpose::NoteMany | Purpose::ContactMany | Purpose::UrgencyMany | Purpose::Agenda(AgendaForm::ProposeMany)
        );
        if many && self.targets().len() < 2 {
            self.say_with(Tone::Info, "draft-needs-marks", &[]);
            return vec![];
        }
        let effects = self.open_for(purpose);
        // Not the draft that would come by itself, but this one.
        let effects = effects.into_iter().filter(|effect| !matches!(effect, Effect::LoadDraft(_)));
        effects.chain([Effect::TakeDraft { id: id.to_owned(), slot: slot.to_owned() }]).collect()
    }

    /// `Notitie  S-471 Ontruiming`.
    fn draft_label(&self, slot: &str) -> String {
        let purpose = Purpose::of_slot(slot).unwrap_or(Purpose::Intake);
        let key = purpose.title();
        let marked = slot.ends_with("-marked").then(|| self.texts.get("drafts-of-marked"));
        let item = purpose.agenda_item().and_then(|id| self.replica.agendas().item(id)).map(|item| self.item_title(item));
        let entry = match purpose {
            Purpose::ReportOfficer(id) | Purpose::CorrectOfficer(id) => {
                self.entry(id).map(|officer| self.entry_subject(&officer))
            }
            _ => None,
        };
        let number = purpose.signal().map(|id| self.short_number(id)).or(marked).or(item).or(entry).unwrap_or_default();
        format!("{}  {number}", self.texts.get(key)).trim_end().to_owned()
    }
}
