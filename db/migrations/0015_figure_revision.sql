CREATE TABLE `figure_revision` (
	`code` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	`rows` text NOT NULL,
	`state` text NOT NULL,
	`turn` integer,
	`base` text DEFAULT '' NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`code`, `unit`, `revision`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_revision_turn` ON `figure_revision` (`code`,`unit`,`turn`);--> statement-breakpoint
CREATE UNIQUE INDEX `figure_revision_proposed` ON `figure_revision` (`code`,`unit`) WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX `figure_revision_state` ON `figure_revision` (`state`);