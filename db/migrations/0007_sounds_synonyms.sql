CREATE TABLE `search_sound` (
	`sound` text NOT NULL,
	`token` text NOT NULL,
	PRIMARY KEY(`sound`, `token`)
);
--> statement-breakpoint
CREATE TABLE `synonym` (
	`said` text PRIMARY KEY NOT NULL,
	`official` text NOT NULL,
	`enabled` integer DEFAULT true NOT NULL,
	`note` text DEFAULT '' NOT NULL
);
