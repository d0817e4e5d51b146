CREATE TABLE `asked_question` (
	`id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`rated` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `asked_question_created` ON `asked_question` (`created_at`);--> statement-breakpoint
CREATE TABLE `handed_question` (
	`id` text PRIMARY KEY NOT NULL,
	`asker` text NOT NULL,
	`text` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`office` text DEFAULT '' NOT NULL,
	`county` text DEFAULT '' NOT NULL,
	`follows` text,
	`state` text DEFAULT 'open' NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`basis` text DEFAULT '' NOT NULL,
	`editor` text DEFAULT '' NOT NULL,
	`editor_unit` text DEFAULT '' NOT NULL,
	`draft` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handed_question_follows` ON `handed_question` (`follows`);--> statement-breakpoint
CREATE INDEX `handed_question_state` ON `handed_question` (`state`,`created_at`);--> statement-breakpoint
ALTER TABLE `question_miss` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `question_miss` ADD `near` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `question_miss` ADD `handled` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `question_miss_id` ON `question_miss` (`id`);--> statement-breakpoint
CREATE INDEX `question_miss_day` ON `question_miss` (`last_day`);--> statement-breakpoint
-- What stood there before gets a name for buttons too.
UPDATE `question_miss` SET `id` = lower(hex(randomblob(8)));
