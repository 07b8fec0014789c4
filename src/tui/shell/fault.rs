//! A panic on demand, so that tests see each kind of thread panic in the real program. Debug builds only: in a release build
//! there is nothing here.

/// Panics when the file that `LOKET_FAULT` names holds the name of this thread (`main`, `input`, `signals`, `network`,
/// `drafts`). To be called where a thread begins a turn.
pub fn point() {
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os("LOKET_FAULT")
        && let Ok(wanted) = std::fs::read_to_string(file)
        && std::thread::current().name() == Some(wanted.trim())
    {
        panic!("a fault that was asked for");
    }
}
