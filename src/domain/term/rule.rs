//! What a rule about a term says: which act, from what, how long, with which remedy, and how sure that is.
//!
//! The rules themselves are data: see [`super::rules`].

use super::{arithmetic::Basis, length::Length};
use crate::domain::{Date, role::coded_enum};

coded_enum!(
    /// What a term is for.
    Purpose {
        /// Bezwaar, or where the act says so at once beroep.
        Objection = "bezwaar",
        /// Beroep bij de rechtbank.
        Appeal = "beroep",
        /// Administratief beroep.
        AdministrativeAppeal = "administratief-beroep",
        /// Betaling of an assessment or a claim.
        Payment = "betaling",
        /// Beslistermijn of a body.
        Decision = "beslistermijn",
        /// Dwangsom for deciding too late.
        Penalty = "dwangsom",
        /// Voorlopige voorziening.
        InterimRelief = "voorziening",
        /// Moratorium.
        Moratorium = "moratorium",
        /// Eerste gesprek of debt counselling.
        FirstTalk = "eerste-gesprek",
        /// Whatever the parties or the user say.
        Free = "vrij",
    }
);

coded_enum!(
    /// What starts a term; the day itself does not count.
    Trigger {
        /// Bekendmaking: the day the decision was sent (Awb 6:8 and 3:41).
        Announcement = "bekendmaking",
        /// Dagtekening, unless it lies before bekendmaking: then bekendmaking (AWR 22j).
        Dating = "dagtekening",
        /// The day the application was received.
        Receipt = "ontvangst-aanvraag",
        /// The last day of the objection term.
        ObjectionTermEnd = "einde-bezwaartermijn",
        /// The last day of the term to decide.
        DecisionTermEnd = "einde-beslistermijn",
        /// The day of the request to complete the application.
        CompletionRequest = "verzoek-om-aanvulling",
        /// The day of the request to cure the objection.
        CureRequest = "verzoek-om-herstel",
        /// The last day of the two weeks after the notice of default was received.
        NoticeLapse = "einde-ingebrekestelling",
        /// The day somebody asked the municipality for help with debts.
        HelpRequest = "hulpvraag",
        /// The day the court's order takes effect.
        CourtOrder = "ingang-beschikking",
        /// Any day.
        AnyDay = "dag",
    }
);

coded_enum!(
    /// What can be done before the safe end. Its text is in the locale files under `remedy-CODE`.
    Remedy {
        /// Bezwaar maken; provisionally (pro forma) if the grounds must follow.
        Objection = "bezwaar",
        /// Beroep instellen bij de rechtbank.
        Appeal = "beroep",
        /// Administratief beroep bij de officier van justitie.
        AppealToProsecutor = "beroep-officier-van-justitie",
        /// Bezwaar or beroep bij de rechtbank: which one, the decision says.
        ObjectionOrCourt = "bezwaar-of-beroep",
        /// Say why it is late.
        Explain = "toelichten",
        /// Ingebrekestelling.
        NoticeOfDefault = "ingebrekestelling",
        /// Send what is missing, or ask for more time.
        Complete = "aanvullen",
        /// Ask for a postponement or instalments.
        Instalments = "betalingsregeling",
        /// Ask the court for interim relief.
        InterimRelief = "voorlopige-voorziening",
        /// Hold the municipality to it.
        RemindMunicipality = "gemeente-aanspreken",
        /// Come to an arrangement with the creditors.
        Arrangement = "schuldregeling",
        /// No remedy of an act.
        Agree = "afspraak-maken",
    }
);

coded_enum!(
    /// How sure a rule is.
    Certainty {
        /// As the act says.
        Certain = "zeker",
        /// To be confirmed with a lawyer; shown so.
        ToConfirm = "te-bevestigen",
    }
);

/// How long a term is that a rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// This long.
    Exactly(Length),
    /// This long, or shorter where somebody decides so.
    AtMost(Length),
    /// As long as somebody says: the rule only says on what the term rests.
    Free,
    /// The rule gives no term; it explains what happens to one.
    None,
}

impl Span {
    /// The length, if the rule has one; the longest, if shorter ones may be.
    pub fn length(self) -> Option<Length> {
        match self {
            Self::Exactly(length) | Self::AtMost(length) => Some(length),
            Self::Free | Self::None => None,
        }
    }
}

/// A rule. What it says, in a sentence, is in the locale files under `rule-CODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// The act, as it is cited.
    pub act: &'static str,
    /// The article.
    pub article: &'static str,
    /// What the term is for.
    pub purpose: Purpose,
    /// What starts it.
    pub trigger: Trigger,
    /// How long.
    pub span: Span,
    /// Does the Atw apply?
    pub basis: Basis,
    /// What can be done.
    pub remedy: Remedy,
    /// How sure.
    pub certainty: Certainty,
    /// Where it stands: article and identifier at wetten.overheid.nl.
    pub source: &'static str,
    /// In force since; nothing: since before any case of the desk.
    pub valid_from: Option<Date>,
    /// In force up to and including; nothing: still.
    pub valid_to: Option<Date>,
}

impl Rule {
    /// As it is shown: act and article (`Awb 6:7`).
    pub fn label(&self) -> String {
        format!("{} {}", self.act, self.article).trim().to_owned()
    }

    /// Was this the rule on that day?
    pub fn is_in_force(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
    }
}
