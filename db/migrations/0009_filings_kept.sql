CREATE TABLE `returned_document` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`returned_day` text NOT NULL,
	`again_day` text DEFAULT '' NOT NULL,
	`struck` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`author` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `returned_document_unit` ON `returned_document` (`unit`,`returned_day`);--> statement-breakpoint
CREATE TABLE `training_course` (
	`number` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`organiser` text NOT NULL,
	`audience` text NOT NULL,
	`targets` text NOT NULL,
	`closing_day` text NOT NULL,
	`start_day` text NOT NULL,
	`end_day` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`author` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `training_course_closing` ON `training_course` (`closing_day`);--> statement-breakpoint
CREATE TABLE `unit_successor` (
	`unit` text NOT NULL,
	`successor` text NOT NULL,
	`from_day` text NOT NULL,
	PRIMARY KEY(`unit`, `successor`)
);
--> statement-breakpoint
ALTER TABLE `filing` ADD `basis` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `records` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `unplanned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `state` text DEFAULT 'filed' NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `filing` ADD `author` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `filing_organiser` ON `filing` (`organiser`,`start_day`);--> statement-breakpoint
ALTER TABLE `research_visit` ADD `state` text DEFAULT 'planned' NOT NULL;--> statement-breakpoint
ALTER TABLE `research_visit` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `research_visit` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `research_visit` ADD `author` text DEFAULT '' NOT NULL;