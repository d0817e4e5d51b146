CREATE TABLE `voice` (
	`number` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`person` text DEFAULT '' NOT NULL,
	`about` text NOT NULL,
	`desk` text NOT NULL,
	`county` text DEFAULT '' NOT NULL,
	`day` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`announced` text DEFAULT '' NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `voice_state` ON `voice` (`state`,`day`);--> statement-breakpoint
CREATE INDEX `voice_person` ON `voice` (`person`);--> statement-breakpoint
CREATE TABLE `voice_reply` (
	`number` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`done` integer NOT NULL,
	`author` text NOT NULL,
	`office` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`number`, `revision`)
);
