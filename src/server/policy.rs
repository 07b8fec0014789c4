//! Who may do what: roles have permissions, every route asks for one. A route without a policy cannot be mounted.
//!
//! Pure data. What a caller may see *within* a route (the own organisation, the register in the change feed) is asked of
//! [`allows`] by the route.

use crate::domain::role::{Role, coded_enum};

coded_enum!(
    /// Something a role may do.
    Permission {
        /// Read signals: lists, searches, and single ones with account and reporter.
        SignalRead = "signal.read",
        /// Make and change signals, claim them.
        SignalWrite = "signal.write",
        /// Add notes and contact moments.
        SignalNote = "signal.note",
        /// Share a case with another organisation, and end that.
        ShareWrite = "share.write",
        /// See of cases what the own organisation reported and what is shared with it.
        CaseRead = "case.read",
        /// Hand in a report, as a form does, and read nothing of it.
        ReportSend = "report.send",
        /// Report a case for the own municipality.
        CaseReport = "case.report",
        /// Add notes to a case that is there for one.
        CaseNote = "case.note",
        /// Propose a time-out of the own municipality, and settle its proposals.
        CaseTimeOut = "case.time-out",
        /// Open a case one has no right to, for a reason and a while.
        CaseEmergency = "case.emergency",
        /// Say the own position in a case, and what one promises there.
        CaseAnswer = "case.answer",
        /// Keep views of the queue, own and shared.
        ViewWrite = "view.write",
        /// Read the deadline board and time-outs.
        TimeOutRead = "time-out.read",
        /// Propose about time-outs, and note what the body was told and confirmed.
        TimeOutWrite = "time-out.write",
        /// Confirm or reject another's proposal, withdraw one's own.
        ConfirmationSettle = "confirmation.settle",
        /// Read moratoria, bridgings and commitments.
        ArrangementRead = "arrangement.read",
        /// Record moratoria and bridgings, correct and close them.
        ArrangementWrite = "arrangement.write",
        /// Record commitments, correct and close them.
        CommitmentWrite = "commitment.write",
        /// Read meetings, their agendas, and candidates.
        MeetingRead = "meeting.read",
        /// Make meetings, work on their agendas, fix and hold them, record decisions, propose to send them.
        MeetingWrite = "meeting.write",
        /// Read lessons.
        LessonRead = "lesson.read",
        /// Note lessons and change them.
        LessonWrite = "lesson.write",
        /// Search the register.
        RegisterSearch = "register.search",
        /// Read a card of the register.
        RegisterRead = "register.read",
        /// List the register page by page.
        RegisterList = "register.list",
        /// Say of an entry that it is right, or what is wrong with it.
        RegisterVerify = "register.verify",
        /// Make and change any entry.
        RegisterWrite = "register.write",
        /// Make and change entries of the own organisation, and list those only.
        RegisterWriteOwn = "register.write-own",
        /// Hold a copy of the register.
        RegisterReplicate = "register.replicate",
        /// Read organisations and municipalities.
        OrganisationRead = "organisation.read",
        /// Follow changes of what may be seen.
        ChangesRead = "changes.read",
        /// Read the audit log of the own organisation.
        AuditRead = "audit.read",
        /// Say that one looked at a row of it that was drawn by lot; of the desk, see and judge emergency access.
        AuditReview = "audit.review",
        /// See which closed cases may be destroyed, propose it, and approve or reject another's proposal.
        DestructionWrite = "destruction.write",
        /// Propose that whole cases leave in a file, take that back, and fetch it once another confirmed it.
        ExportWrite = "export.write",
        /// See which exports there are, and confirm or reject another's.
        ExportSettle = "export.settle",
        /// Know which data there are on a case: how much, not what.
        HoldingRead = "holding.read",
        /// See who is signed in, and end sessions; confirm that another is an administrator.
        SessionManage = "session.manage",
    }
);

/// What a role may do.
pub fn permissions(role: Role) -> &'static [Permission] {
    use Permission::{
        ArrangementRead, ArrangementWrite, AuditRead, AuditReview, CaseAnswer, CaseEmergency, CaseNote, CaseRead, CaseReport,
        CaseTimeOut, ChangesRead, CommitmentWrite, ConfirmationSettle, DestructionWrite, ExportSettle, ExportWrite, HoldingRead,
        LessonRead, LessonWrite, MeetingRead, MeetingWrite, OrganisationRead, RegisterList, RegisterRead, RegisterReplicate,
        RegisterSearch, RegisterVerify, RegisterWrite, RegisterWriteOwn, ReportSend, SessionManage, ShareWrite, SignalNote,
        SignalRead, SignalWrite, TimeOutRead, TimeOutWrite, ViewWrite,
    };
    match role {
        Role::Desk => &[
            SignalRead,
            SignalWrite,
            SignalNote,
            ShareWrite,
            ExportWrite,
            ExportSettle,
            ViewWrite,
            TimeOutRead,
            TimeOutWrite,
            ArrangementRead,
            ArrangementWrite,
            CommitmentWrite,
            MeetingRead,
            MeetingWrite,
            LessonRead,
            LessonWrite,
            ConfirmationSettle,
            RegisterSearch,
            RegisterRead,
            RegisterList,
            RegisterVerify,
            RegisterWrite,
            RegisterReplicate,
            OrganisationRead,
            ChangesRead,
        ],
        Role::LetSecretary => &[
            SignalRead,
            SignalNote,
            ViewWrite,
            TimeOutRead,
            ArrangementRead,
            CommitmentWrite,
            MeetingRead,
            MeetingWrite,
            LessonRead,
            LessonWrite,
            RegisterSearch,
            RegisterRead,
            RegisterList,
            RegisterVerify,
            RegisterReplicate,
            OrganisationRead,
            ChangesRead,
        ],
        Role::RegisterReader => &[RegisterSearch, RegisterRead, RegisterVerify, OrganisationRead, ChangesRead],
        Role::RegisterEditor => {
            &[RegisterSearch, RegisterRead, RegisterList, RegisterVerify, RegisterWriteOwn, OrganisationRead, ChangesRead]
        }
        Role::Municipal => &[CaseRead, CaseReport, CaseNote, CaseTimeOut, CaseEmergency, OrganisationRead],
        Role::Body => &[CaseRead, CaseAnswer, CaseEmergency, OrganisationRead],
        Role::PrivacyOfficer => {
            &[AuditRead, AuditReview, DestructionWrite, ExportSettle, HoldingRead, OrganisationRead, ChangesRead]
        }
        Role::Administrator => &[SessionManage, DestructionWrite],
        Role::IntakeForm => &[ReportSend],
    }
}

/// May this role do this?
pub fn allows(role: Role, permission: Permission) -> bool {
    permissions(role).contains(&permission)
}

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, without a token: nothing of any case is behind it.
    Public,
    /// Every account.
    SignedIn,
    /// Accounts whose role has one of these permissions.
    AnyOf(&'static [Permission]),
}

impl Access {
    /// May an account with this role?
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Public | Self::SignedIn => true,
            Self::AnyOf(wanted) => wanted.iter().any(|permission| allows(role, *permission)),
        }
    }
}

/// What the routes are for that tell how the process is: they are never limited.
pub const WATCH: &str = "watch the process";

/// The policy of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Who.
    pub access: Access,
    /// What for.
    pub purpose: &'static str,
    /// The verb in the audit log; empty when nothing of a person or case is touched.
    pub audit: &'static str,
}

/// A route with its policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The policy.
    pub policy: Policy,
}

/// Every route that is mounted, with its policy.
pub fn table() -> Vec<Line> {
    super::routes::table()
}
