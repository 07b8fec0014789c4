//! Requests about messages that go out about a case.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    message::{Message, MessageFacts, MessageRecipient},
    text::RawText,
};

/// A message to write: a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMessage {
    /// What is written.
    pub facts: MessageFacts,
}

/// What is written otherwise in a draft (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MessagePatch {
    /// To whom, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<MessageRecipient>,
    /// The subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<RawText>,
    /// The text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<RawText>,
}

/// A message is let go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SendMessage {
    /// You looked at what the message warns of.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub looked: bool,
}

/// A message with what must be looked at before it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessageDetail {
    /// The message.
    pub item: Message,
    /// Codes: `message-personal` (something looks like a person), `message-not-shared` (the case is not shared with who gets it). Of what went,
    /// none.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// Does this server send mail? If not, the text can be copied.
    pub mail_is_sent: bool,
}

/// The messages of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Messages {
    /// They, newest first.
    pub items: Vec<Message>,
    /// Does this server send mail? If not, the text can be copied.
    pub mail_is_sent: bool,
}
