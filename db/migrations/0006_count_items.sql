CREATE TABLE `count_item` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`key` text NOT NULL,
	`number` text DEFAULT '' NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`issuer` text NOT NULL,
	`capacity` text NOT NULL,
	`level` text NOT NULL,
	`reach` text DEFAULT '' NOT NULL,
	`parts` integer DEFAULT 1 NOT NULL,
	`unplanned` integer DEFAULT false NOT NULL,
	`emergency` integer DEFAULT false NOT NULL,
	`heads` integer DEFAULT false NOT NULL,
	`basis` text DEFAULT '' NOT NULL,
	`withdrawn_day` text,
	`struck` text,
	`source` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `count_item_key` ON `count_item` (`unit`,`indicator`,`key`);--> statement-breakpoint
CREATE INDEX `count_item_month` ON `count_item` (`unit`,`month`);--> statement-breakpoint
CREATE INDEX `count_item_withdrawn` ON `count_item` (`unit`,`withdrawn_day`);--> statement-breakpoint
CREATE TABLE `deputy` (
	`unit` text NOT NULL,
	`open_id` text NOT NULL,
	`by` text NOT NULL,
	`until` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `open_id`)
);
--> statement-breakpoint
CREATE INDEX `deputy_until` ON `deputy` (`until`);--> statement-breakpoint
ALTER TABLE `reporting` ADD `previous_mode` text;--> statement-breakpoint
ALTER TABLE `reporting` ADD `mode_from` text;