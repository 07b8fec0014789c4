//! The service: loads, lets the domain decide, writes in one transaction.
