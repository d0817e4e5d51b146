ALTER TABLE `group_chat` ADD `state_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `state_at` integer DEFAULT 0 NOT NULL;