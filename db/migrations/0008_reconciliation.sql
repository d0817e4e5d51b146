CREATE TABLE `difference_claim` (
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`key` text NOT NULL,
	`revision` integer NOT NULL,
	`explanation` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`accepted_by` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`year`, `unit`, `key`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`book` text NOT NULL,
	`indicator` text NOT NULL,
	`receiver` text DEFAULT '' NOT NULL,
	`key` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`serial` integer DEFAULT 0 NOT NULL,
	`number_year` integer DEFAULT 0 NOT NULL,
	`title` text NOT NULL,
	`day` text DEFAULT '' NOT NULL,
	`month` text DEFAULT '' NOT NULL,
	`plan` text DEFAULT '' NOT NULL,
	`mark` text DEFAULT 'none' NOT NULL,
	`range` text NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`year`, `unit`, `book`, `indicator`, `receiver`, `key`)
);
--> statement-breakpoint
CREATE INDEX `ledger_code` ON `ledger_entry` (`code`,`number_year`);--> statement-breakpoint
CREATE TABLE `reconciliation` (
	`year` integer NOT NULL,
	`county` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`by` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`released_at` integer,
	PRIMARY KEY(`year`, `county`)
);
--> statement-breakpoint
CREATE TABLE `reconciliation_unit` (
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`revision` integer NOT NULL,
	`by` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`corrections` text NOT NULL,
	PRIMARY KEY(`year`, `unit`)
);
