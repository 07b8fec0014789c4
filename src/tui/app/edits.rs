//! What was changed in a field, so that it can be taken back and done again. Holds changes, not the text.

/// Changes that can be taken back, at most.
const MOST: usize = 400;

/// Text at a place became other text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where, in bytes.
    pub at: usize,
    /// What stood there.
    pub removed: String,
    /// What stands there now.
    pub added: String,
    /// Where the cursor was before.
    pub cursor: usize,
}

/// How a change came about: what is typed or erased in one go is one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A character was typed.
    Typed,
    /// A character was erased.
    Erased,
    /// Anything else: a paste, a word, a template. Always a step of its own.
    Whole,
}

/// The changes of one field.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// The last change goes on as long as the next one is like it.
    open: Option<How>,
}

impl Edits {
    /// Keeps a change.
    pub fn keep(&mut self, edit: Edit, how: How) {
        self.undone.clear();
        let goes_on = self.open == Some(how) && how != How::Whole;
        self.open = Some(how);
        let Some(last) = self.done.last_mut().filter(|last| goes_on && follows(last, &edit)) else {
            if self.done.len() >= MOST {
                self.done.remove(0);
            }
            return self.done.push(edit);
        };
        match how {
            How::Erased if edit.at < last.at => {
                last.removed.insert_str(0, &edit.removed);
                last.at = edit.at;
            }
            _ => {
                last.removed.push_str(&edit.removed);
                last.added.push_str(&edit.added);
            }
        }
    }

    /// The next change is a step of its own.
    pub fn pause(&mut self) {
        self.open = None;
    }

    /// The change to take back.
    pub fn undo(&mut self) -> Option<Edit> {
        self.open = None;
        let edit = self.done.pop()?;
        self.undone.push(edit.clone());
        Some(edit)
    }

    /// The change to do again.
    pub fn redo(&mut self) -> Option<Edit> {
        self.open = None;
        let edit = self.undone.pop()?;
        self.done.push(edit.clone());
        Some(edit)
    }
}

/// Is this the same go as the change before? A new word is a new step.
fn follows(last: &Edit, edit: &Edit) -> bool {
    if edit.removed.is_empty() {
        let new_word = last.added.ends_with(char::is_whitespace) && !edit.added.starts_with(char::is_whitespace);
        return edit.at == last.at + last.added.len() && last.removed.is_empty() && !new_word;
    }
    last.added.is_empty() && (edit.at == last.at || edit.at + edit.removed.len() == last.at)
}
