//! Files that show what was recorded on somebody's behalf.

use sea_orm_migration::prelude::*;

use crate::dialect::apply;

/// The table of those files.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_record_files"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        apply(manager, include_str!("tables.sql"), include_str!("postgres.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("files of records are not taken back: restore a backup instead".to_owned()))
    }
}
