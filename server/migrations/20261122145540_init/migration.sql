CREATE TABLE "inspections" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"passed" boolean NOT NULL,
	"quantity" integer NOT NULL,
	"grade" text,
	"restock" text,
	"reason" text,
	"deduction_fen" bigint NOT NULL,
	"note" text NOT NULL,
	"inspector_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "inspections_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notes_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"type" text,
	"amount_fen" bigint,
	"text" text NOT NULL,
	"answer" text NOT NULL,
	"made_at" timestamp(3) with time zone NOT NULL,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "offers_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "offers_kind" CHECK (kind in ('CHANGE_TYPE','CHANGE_AMOUNT','KEEP_ITEM','CANCEL')),
	CONSTRAINT "offers_answer" CHECK (answer in ('OPEN','ACCEPTED','DECLINED','EXPIRED'))
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"carrier" text NOT NULL,
	"waybill_no" text NOT NULL,
	"status" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "parcels_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "parcels_status" CHECK (status in ('BOOKED','COLLECTED','MOVING','DELIVERING','SIGNED','ABNORMAL','REFUSED','RETURNED'))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"shop_id" uuid,
	"id" uuid,
	"transaction_id" uuid NOT NULL,
	"refund_id" uuid NOT NULL,
	"account" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ledger_entries_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "ledger_account" CHECK (account in ('refund_liability','sales_returns','cash_out')),
	CONSTRAINT "ledger_amount" CHECK (amount_fen <> 0)
);
--> statement-breakpoint
CREATE TABLE "refund_splits" (
	"shop_id" uuid,
	"refund_id" uuid,
	"payment_id" uuid,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "refund_splits_pkey" PRIMARY KEY("shop_id","refund_id","payment_id"),
	CONSTRAINT "refund_splits_amount" CHECK (amount_fen > 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"refund_no" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"provider" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"reference" text,
	"fail_text" text,
	"confirmed_by" uuid,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"succeeded_at" timestamp(3) with time zone,
	"queue_key" bigint GENERATED ALWAYS AS ((extract(epoch from requested_at at time zone 'UTC') * 1000)::bigint + case when status in ('SUCCEEDED', 'CLOSED') then 100000000000000 else 0 end) STORED NOT NULL,
	CONSTRAINT "refunds_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "refunds_no" UNIQUE("shop_id","refund_no"),
	CONSTRAINT "refunds_of" UNIQUE("shop_id","aftersale_id"),
	CONSTRAINT "refunds_amount" CHECK (amount_fen >= 0),
	CONSTRAINT "refunds_provider" CHECK (provider in ('manual','offline')),
	CONSTRAINT "refunds_status" CHECK (status in ('PLANNED','SUBMITTED','PROCESSING','SUCCEEDED','ABNORMAL','CLOSED')),
	CONSTRAINT "refunds_succeeded" CHECK ((status = 'SUCCEEDED') = (succeeded_at is not null))
);
--> statement-breakpoint
CREATE TABLE "aftersale_events" (
	"shop_id" uuid,
	"aftersale_id" uuid,
	"seq" integer,
	"id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"command" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"details" jsonb NOT NULL,
	"published_at" timestamp(3) with time zone,
	CONSTRAINT "aftersale_events_pkey" PRIMARY KEY("shop_id","aftersale_id","seq")
);
--> statement-breakpoint
CREATE TABLE "aftersale_items" (
	"shop_id" uuid,
	"aftersale_id" uuid,
	"line_id" uuid,
	"position" integer NOT NULL,
	"quantity" integer NOT NULL,
	"quantity_received" integer,
	"quantity_passed" integer,
	"refund_fen" bigint NOT NULL,
	"exchange_sku" text,
	CONSTRAINT "aftersale_items_pkey" PRIMARY KEY("shop_id","aftersale_id","line_id"),
	CONSTRAINT "aftersale_items_quantity" CHECK (quantity >= 0 and coalesce(quantity_received, 0) between 0 and quantity and coalesce(quantity_passed, 0) between 0 and coalesce(quantity_received, quantity)),
	CONSTRAINT "aftersale_items_money" CHECK (refund_fen >= 0)
);
--> statement-breakpoint
CREATE TABLE "aftersale_payments" (
	"shop_id" uuid,
	"aftersale_id" uuid,
	"payment_id" uuid,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "aftersale_payments_pkey" PRIMARY KEY("shop_id","aftersale_id","payment_id"),
	CONSTRAINT "aftersale_payments_amount" CHECK (amount_fen > 0)
);
--> statement-breakpoint
CREATE TABLE "aftersales" (
	"shop_id" uuid,
	"id" uuid,
	"no" text NOT NULL,
	"order_id" uuid NOT NULL,
	"order_no" text NOT NULL,
	"shopper_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"previous_status" text,
	"version" integer NOT NULL,
	"parent_id" uuid,
	"reason_code" text NOT NULL,
	"description" text NOT NULL,
	"received_goods" boolean NOT NULL,
	"asked_unsent" boolean NOT NULL,
	"gifts_kept" jsonb DEFAULT '[]' NOT NULL,
	"want_fen" bigint NOT NULL,
	"approved_fen" bigint,
	"reserved_fen" bigint NOT NULL,
	"freight_fen" bigint NOT NULL,
	"freight_payer" text NOT NULL,
	"parts" jsonb NOT NULL,
	"decision_id" uuid,
	"attempts" integer NOT NULL,
	"offers_made" integer NOT NULL,
	"info_requests" integer NOT NULL,
	"missed_deadlines" integer NOT NULL,
	"open_offer" jsonb,
	"parcel_under_way" boolean NOT NULL,
	"delivered" boolean NOT NULL,
	"goods_held" boolean NOT NULL,
	"reshipping" text,
	"deduction_offered" boolean NOT NULL,
	"deduction_fen" bigint NOT NULL,
	"offline_payout" boolean NOT NULL,
	"repair_mode" text,
	"status_code" text,
	"status_text" text DEFAULT '' NOT NULL,
	"return_address" jsonb,
	"close_reason" text,
	"deadline_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"completed_at" timestamp(3) with time zone,
	CONSTRAINT "aftersales_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "aftersales_no" UNIQUE("shop_id","no"),
	CONSTRAINT "aftersales_type" CHECK (type in ('REFUND_ONLY','RETURN_REFUND','EXCHANGE','REPAIR','RESEND','PRICE_PROTECT','COMPENSATION')),
	CONSTRAINT "aftersales_status" CHECK (status in ('PENDING_REVIEW','NEED_INFO','OFFER_SENT','AWAIT_RETURN','RETURN_SHIPPED','INSPECTING','INSPECTION_FAILED','REPAIRING','AWAIT_RESHIP','RESHIPPED','REFUNDING','REFUND_ABNORMAL','REJECTED','DISPUTED','COMPLETED','CLOSED')),
	CONSTRAINT "aftersales_close_reason" CHECK (close_reason in ('SHOPPER_CANCELLED','SHOPPER_TIMEOUT','REFUSAL_FINAL','GOODS_SENT_BACK','DISPUTE_CLOSED','FORCED')),
	CONSTRAINT "aftersales_closed_whole" CHECK ((status = 'CLOSED') = (close_reason is not null)),
	CONSTRAINT "aftersales_money" CHECK (want_fen >= 0 and coalesce(approved_fen, 0) >= 0 and deduction_fen >= 0 and freight_fen between 0 and reserved_fen),
	CONSTRAINT "aftersales_closed_frees" CHECK (status <> 'CLOSED' or reserved_fen = 0),
	CONSTRAINT "aftersales_ends_without_deadline" CHECK ((status in ('COMPLETED', 'CLOSED')) = (deadline_at is null)),
	CONSTRAINT "aftersales_completed_at" CHECK ((status = 'COMPLETED') = (completed_at is not null))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"policy_version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"trace" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "decisions_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"shop_id" uuid,
	"aftersale_id" uuid,
	"attitude" integer NOT NULL,
	"speed" integer NOT NULL,
	"overall" integer NOT NULL,
	"tags" jsonb NOT NULL,
	"comment" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ratings_pkey" PRIMARY KEY("shop_id","aftersale_id"),
	CONSTRAINT "ratings_range" CHECK (attitude between 1 and 5 and speed between 1 and 5 and overall between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"paused_at" timestamp(3) with time zone,
	"reason" text NOT NULL,
	"fired_at" timestamp(3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp(3) with time zone,
	CONSTRAINT "timers_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "timers_state" CHECK (state in ('RUNNING','PAUSED','FIRED','STOPPED')),
	CONSTRAINT "timers_kind" CHECK (kind in ('T1','T2','T3','T4','T5','T5b','T6','T7','T8','T8b','T9','T10','T11','T12')),
	CONSTRAINT "timers_paused" CHECK ((state = 'PAUSED') = (paused_at is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"shop_id" uuid,
	"id" uuid,
	"code_hash" text NOT NULL,
	"role" text NOT NULL,
	"kind" text NOT NULL,
	"person_index" text NOT NULL,
	"label" text NOT NULL,
	"tries_left" integer NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"accepted_by" uuid,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "invitations_role" CHECK (role in ('agent','warehouse','technician','manager','owner')),
	CONSTRAINT "invitations_kind" CHECK (kind in ('LOGIN','PHONE')),
	CONSTRAINT "invitations_tries" CHECK (tries_left >= 0),
	CONSTRAINT "invitations_accepted" CHECK (accepted_by is null or ended_at is not null)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY,
	"login" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"arbiter" boolean DEFAULT false NOT NULL,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"shop_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "api_keys_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "api_keys_scopes" CHECK (jsonb_array_length(scopes) between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "phone_codes" (
	"shop_id" uuid,
	"phone_index" text,
	"code_hash" text NOT NULL,
	"tries_left" integer NOT NULL,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"day" text NOT NULL,
	"sent_today" integer NOT NULL,
	"used_at" timestamp(3) with time zone,
	"used_by" text,
	CONSTRAINT "phone_codes_pkey" PRIMARY KEY("shop_id","phone_index"),
	CONSTRAINT "phone_codes_tries" CHECK (tries_left >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY,
	"kind" text NOT NULL,
	"shop_id" uuid,
	"subject_id" uuid NOT NULL,
	"counter" integer DEFAULT 1 NOT NULL,
	"rotated_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "sessions_kind" CHECK (kind in ('shopper','staff','arbiter')),
	CONSTRAINT "sessions_shop" CHECK ((kind = 'arbiter') = (shop_id is null))
);
--> statement-breakpoint
CREATE TABLE "shoppers" (
	"shop_id" uuid,
	"id" uuid,
	"openid_index" text,
	"openid_sealed" text,
	"phone_index" text,
	"phone_tail_index" text,
	"phone_sealed" text,
	"name_sealed" text,
	"merged_into" uuid,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"consents" jsonb DEFAULT '[]' NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "shoppers_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "shoppers_openid" UNIQUE("shop_id","openid_index"),
	CONSTRAINT "shoppers_phone" UNIQUE("shop_id","phone_index")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" uuid PRIMARY KEY,
	"slug" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY,
	"count" integer NOT NULL,
	"since" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"shop_id" uuid,
	"account_id" uuid,
	"role" text NOT NULL,
	"disabled_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "staff_pkey" PRIMARY KEY("shop_id","account_id"),
	CONSTRAINT "staff_role" CHECK (role in ('agent','warehouse','technician','manager','owner'))
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"shop_id" uuid,
	"id" uuid,
	"shopper_id" uuid NOT NULL,
	"status" text NOT NULL,
	"language" text NOT NULL,
	"misses" integer DEFAULT 0 NOT NULL,
	"handover_reason" text,
	"agent_id" uuid,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"last_text" text DEFAULT '' NOT NULL,
	"shopper_read_seq" integer DEFAULT 0 NOT NULL,
	"staff_read_seq" integer DEFAULT 0 NOT NULL,
	"queued_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_message_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "conversations_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "conversations_status" CHECK (status in ('BOT','QUEUED','HUMAN','ENDED')),
	CONSTRAINT "conversations_handover" CHECK (handover_reason in ('ASKED','MISSED_TWICE','NO_MATCH','MONEY','SAFETY','ANGER','URGENT','STAFF_TOOK_OVER'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"shop_id" uuid,
	"conversation_id" uuid,
	"seq" integer,
	"id" uuid NOT NULL,
	"sender" text NOT NULL,
	"sender_id" uuid,
	"text" text NOT NULL,
	"citation_id" uuid,
	"choices" jsonb NOT NULL,
	"helpful" boolean,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "messages_pkey" PRIMARY KEY("shop_id","conversation_id","seq"),
	CONSTRAINT "messages_sender" CHECK (sender in ('shopper','bot','staff','system'))
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"shop_id" uuid,
	"version" integer,
	"document" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "policies_pkey" PRIMARY KEY("shop_id","version"),
	CONSTRAINT "policies_version" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"shop_id" uuid,
	"id" uuid,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"language" text NOT NULL,
	"filter" jsonb NOT NULL,
	"requested_by" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"cut" boolean DEFAULT false NOT NULL,
	"bytes" bigint,
	"file_key" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "exports_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "exports_list" CHECK (list in ('aftersales','refunds','orders','ratings','unanswered')),
	CONSTRAINT "exports_format" CHECK (format in ('xlsx','csv')),
	CONSTRAINT "exports_state" CHECK (state in ('WAITING','RUNNING','READY','FAILED','REMOVED')),
	CONSTRAINT "exports_ready_has_file" CHECK ((state = 'READY') = (file_key is not null))
);
--> statement-breakpoint
CREATE TABLE "faq_entries" (
	"shop_id" uuid,
	"id" uuid,
	"slug" text NOT NULL,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"wordings" jsonb NOT NULL,
	"helpful" integer DEFAULT 0 NOT NULL,
	"unhelpful" integer DEFAULT 0 NOT NULL,
	"updated_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "faq_entries_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "faq_entries_slug" UNIQUE("shop_id","slug"),
	CONSTRAINT "faq_entries_status" CHECK (status in ('DRAFT','PUBLISHED','ARCHIVED'))
);
--> statement-breakpoint
CREATE TABLE "faq_learnt" (
	"shop_id" uuid,
	"id" uuid,
	"entry_id" uuid,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"question_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "faq_learnt_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "faq_unanswered" (
	"shop_id" uuid,
	"id" uuid,
	"folded" text NOT NULL,
	"question" text NOT NULL,
	"language" text NOT NULL,
	"cause" text NOT NULL,
	"count" integer NOT NULL,
	"nearest" jsonb NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"resolved_at" timestamp(3) with time zone,
	"resolved_by" uuid,
	CONSTRAINT "faq_unanswered_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "faq_unanswered_folded" UNIQUE("shop_id","folded"),
	CONSTRAINT "faq_unanswered_cause" CHECK (cause in ('MISSED','UNHELPFUL'))
);
--> statement-breakpoint
CREATE TABLE "faq_versions" (
	"shop_id" uuid PRIMARY KEY,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_figures" (
	"shop_id" uuid,
	"day" integer,
	"created" integer NOT NULL,
	"by_policy" integer NOT NULL,
	"by_people" integer NOT NULL,
	"refunds" integer NOT NULL,
	"refunded_fen" bigint NOT NULL,
	"ratings" integer NOT NULL,
	"stars" integer NOT NULL,
	CONSTRAINT "daily_figures_pkey" PRIMARY KEY("shop_id","day")
);
--> statement-breakpoint
CREATE TABLE "notice_deliveries" (
	"shop_id" uuid,
	"id" uuid,
	"notice_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"why" text,
	"send_after" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp(3) with time zone,
	"grant_template_id" text,
	"reference" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "notice_deliveries_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "notice_deliveries_once" UNIQUE("shop_id","notice_id","channel"),
	CONSTRAINT "notice_deliveries_state" CHECK (state in ('QUEUED','SENT','DROPPED','DEAD')),
	CONSTRAINT "notice_deliveries_channel" CHECK (channel in ('WECHAT','EMAIL','SMS')),
	CONSTRAINT "notice_deliveries_ended" CHECK ((state = 'QUEUED') = (ended_at is null)),
	CONSTRAINT "notice_deliveries_lease" CHECK ((lease_token is null) = (lease_until is null))
);
--> statement-breakpoint
CREATE TABLE "notice_grants" (
	"shop_id" uuid,
	"reader_id" uuid,
	"template_id" text,
	"remaining" integer NOT NULL,
	CONSTRAINT "notice_grants_pkey" PRIMARY KEY("shop_id","reader_id","template_id"),
	CONSTRAINT "notice_grants_remaining" CHECK (remaining >= 0)
);
--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"shop_id" uuid,
	"reader_id" uuid,
	"choices" jsonb NOT NULL,
	"quiet_from" integer,
	"quiet_to" integer,
	"email_sealed" text,
	"wanted_email_sealed" text,
	"code_hash" text,
	"code_expires_at" timestamp(3) with time zone,
	"code_tries_left" integer DEFAULT 0 NOT NULL,
	"code_sent_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notice_settings_pkey" PRIMARY KEY("shop_id","reader_id"),
	CONSTRAINT "notice_settings_quiet" CHECK ((quiet_from is null) = (quiet_to is null)),
	CONSTRAINT "notice_settings_minutes" CHECK (coalesce(quiet_from, 0) between 0 and 1439 and coalesce(quiet_to, 0) between 0 and 1439)
);
--> statement-breakpoint
CREATE TABLE "notice_templates" (
	"shop_id" uuid,
	"event" text,
	"version" integer NOT NULL,
	"wording" jsonb,
	"wechat_template_id" text,
	"wechat_fields" jsonb NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notice_templates_pkey" PRIMARY KEY("shop_id","event"),
	CONSTRAINT "notice_templates_event" CHECK (event in ('APPROVED','REFUSED','OFFERED','INFO_ASKED','GOODS_RECEIVED','INSPECTION_PASSED','INSPECTION_FAILED','GOODS_SENT','CASE_ENDED','REFUND_STARTED','PAYOUT_RECORDED','REFUND_SUCCEEDED','REFUND_DELAYED','DEADLINE_NEAR','STAFF_ANSWERED','RATING_ASKED','NEW_CASE','SHOPPER_ANSWERED','PARCEL_COMING','RESHIP_DUE','REFUND_DUE','REFUND_FAILED','DECISION_NEAR','GOODS_NEAR','PAYOUT_NEAR','DEADLINE_MISSED','SHOPPER_WAITS')),
	CONSTRAINT "notice_templates_version" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "notice_threads" (
	"shop_id" uuid,
	"reader_id" uuid,
	"subject_id" uuid,
	"last_notice_id" uuid NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"unread" integer NOT NULL,
	CONSTRAINT "notice_threads_pkey" PRIMARY KEY("shop_id","reader_id","subject_id"),
	CONSTRAINT "notice_threads_unread" CHECK (unread >= 0)
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"shop_id" uuid,
	"id" uuid,
	"reader_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"event" text NOT NULL,
	"cause" text NOT NULL,
	"source" jsonb NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone,
	CONSTRAINT "notices_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "notices_once" UNIQUE("shop_id","reader_id","cause"),
	CONSTRAINT "notices_event" CHECK (event in ('APPROVED','REFUSED','OFFERED','INFO_ASKED','GOODS_RECEIVED','INSPECTION_PASSED','INSPECTION_FAILED','GOODS_SENT','CASE_ENDED','REFUND_STARTED','PAYOUT_RECORDED','REFUND_SUCCEEDED','REFUND_DELAYED','DEADLINE_NEAR','STAFF_ANSWERED','RATING_ASKED','NEW_CASE','SHOPPER_ANSWERED','PARCEL_COMING','RESHIP_DUE','REFUND_DUE','REFUND_FAILED','DECISION_NEAR','GOODS_NEAR','PAYOUT_NEAR','DEADLINE_MISSED','SHOPPER_WAITS')),
	CONSTRAINT "notices_subject" CHECK (subject_kind in ('aftersale', 'conversation'))
);
--> statement-breakpoint
CREATE TABLE "planned_notices" (
	"shop_id" uuid,
	"cause" text,
	"event" text NOT NULL,
	"aftersale_id" uuid NOT NULL,
	"timer_id" uuid,
	"due_at" timestamp(3) with time zone,
	"at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "planned_notices_pkey" PRIMARY KEY("shop_id","cause"),
	CONSTRAINT "planned_notices_state" CHECK (state in ('PLANNED', 'DONE', 'DROPPED')),
	CONSTRAINT "planned_notices_event" CHECK (event in ('APPROVED','REFUSED','OFFERED','INFO_ASKED','GOODS_RECEIVED','INSPECTION_PASSED','INSPECTION_FAILED','GOODS_SENT','CASE_ENDED','REFUND_STARTED','PAYOUT_RECORDED','REFUND_SUCCEEDED','REFUND_DELAYED','DEADLINE_NEAR','STAFF_ANSWERED','RATING_ASKED','NEW_CASE','SHOPPER_ANSWERED','PARCEL_COMING','RESHIP_DUE','REFUND_DUE','REFUND_FAILED','DECISION_NEAR','GOODS_NEAR','PAYOUT_NEAR','DEADLINE_MISSED','SHOPPER_WAITS'))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"shop_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line_no" text NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"spec" text NOT NULL,
	"image" text,
	"category" text NOT NULL,
	"unit_price_fen" bigint NOT NULL,
	"paid_fen" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"seven_day_return" boolean NOT NULL,
	"exclusion_confirmed_at" timestamp(3) with time zone,
	"serial_nos" jsonb NOT NULL,
	"batch_no" text,
	"shipped_at" timestamp(3) with time zone,
	"signed_at" timestamp(3) with time zone,
	"quantity_taken" integer DEFAULT 0 NOT NULL,
	"refund_reserved_fen" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "order_lines_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "order_lines_no" UNIQUE("shop_id","order_id","line_no"),
	CONSTRAINT "order_lines_units" CHECK (quantity_taken between 0 and quantity),
	CONSTRAINT "order_lines_refund_within_paid" CHECK (refund_reserved_fen between 0 and paid_fen),
	CONSTRAINT "order_lines_positive" CHECK (quantity > 0 and paid_fen >= 0 and unit_price_fen >= 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"shop_id" uuid,
	"id" uuid,
	"order_no" text NOT NULL,
	"version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"shopper_id" uuid NOT NULL,
	"recipient_sealed" text,
	"placed_at" timestamp(3) with time zone NOT NULL,
	"paid_at" timestamp(3) with time zone NOT NULL,
	"shipped_at" timestamp(3) with time zone,
	"signed_at" timestamp(3) with time zone,
	"discounts" jsonb NOT NULL,
	"gifts" jsonb NOT NULL,
	"freight_paid_fen" bigint NOT NULL,
	"freight_full_fen" bigint NOT NULL,
	"freight_free_from_fen" bigint,
	"freight_reserved_fen" bigint DEFAULT 0 NOT NULL,
	"paid_fen" bigint NOT NULL,
	"refund_reserved_fen" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "orders_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "orders_no" UNIQUE("shop_id","order_no"),
	CONSTRAINT "orders_refund_within_paid" CHECK (refund_reserved_fen between 0 and paid_fen),
	CONSTRAINT "orders_freight_within_paid" CHECK (freight_reserved_fen between 0 and freight_paid_fen)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"shop_id" uuid,
	"id" uuid,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"payment_no" text NOT NULL,
	"method" text NOT NULL,
	"paid_fen" bigint NOT NULL,
	"refund_reserved_fen" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payments_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "payments_no" UNIQUE("shop_id","order_id","payment_no"),
	CONSTRAINT "payments_refund_within_paid" CHECK (refund_reserved_fen between 0 and paid_fen)
);
--> statement-breakpoint
CREATE TABLE "reply_templates" (
	"shop_id" uuid,
	"id" uuid,
	"act" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reply_templates_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "reply_templates_act" CHECK (act in ('approve','reject','requestInfo','offer','waiveReturn','passInspection','failInspection','reportOutOfStock','recordOfflinePayout','forceRefund','forceClose')),
	CONSTRAINT "reply_templates_language" CHECK (language in ('zh-CN', 'en')),
	CONSTRAINT "reply_templates_version" CHECK (version > 0)
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"shop_id" uuid,
	"id" uuid,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "saved_filters_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "saved_filters_name" UNIQUE("shop_id","account_id","name")
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"shop_id" uuid,
	"id" uuid,
	"aftersale_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "share_links_pkey" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"shop_id" uuid,
	"id" uuid,
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"thumb_content_type" text,
	"thumb_bytes" integer,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"used_by" text,
	"used_by_id" uuid,
	"used_seq" integer,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "uploads_pkey" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "uploads_used_whole" CHECK ((used_by is null) = (used_by_id is null)),
	CONSTRAINT "uploads_kind" CHECK (kind in ('photo','video') and owner_kind in ('shopper','staff'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"shop_id" uuid,
	"principal" text,
	"route" text,
	"key" text,
	"fingerprint" text NOT NULL,
	"status" integer,
	"response" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("shop_id","principal","route","key")
);
--> statement-breakpoint
CREATE INDEX "inspections_of" ON "inspections" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE INDEX "notes_of" ON "notes" ("shop_id","aftersale_id","at");--> statement-breakpoint
CREATE INDEX "offers_of" ON "offers" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_open" ON "offers" ("shop_id","aftersale_id") WHERE answer = 'OPEN';--> statement-breakpoint
CREATE INDEX "parcels_of" ON "parcels" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE INDEX "parcels_waybill" ON "parcels" ("shop_id","waybill_no" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "ledger_of_refund" ON "ledger_entries" ("shop_id","refund_id");--> statement-breakpoint
CREATE INDEX "refunds_queue" ON "refunds" ("shop_id","queue_key","id");--> statement-breakpoint
CREATE INDEX "refunds_by_status" ON "refunds" ("shop_id","status","queue_key","id");--> statement-breakpoint
CREATE INDEX "refunds_paid" ON "refunds" ("shop_id","succeeded_at","id") WHERE succeeded_at is not null;--> statement-breakpoint
CREATE INDEX "aftersale_events_unpublished" ON "aftersale_events" ("at") WHERE published_at is null;--> statement-breakpoint
CREATE INDEX "aftersale_events_decided" ON "aftersale_events" ("shop_id","at","command","aftersale_id") WHERE command in ('autoApprove','approve','reject');--> statement-breakpoint
CREATE INDEX "aftersale_items_of_line" ON "aftersale_items" ("shop_id","line_id");--> statement-breakpoint
CREATE INDEX "aftersale_payments_of_payment" ON "aftersale_payments" ("shop_id","payment_id");--> statement-breakpoint
CREATE INDEX "aftersales_newest" ON "aftersales" ("shop_id","created_at","id");--> statement-breakpoint
CREATE INDEX "aftersales_by_status" ON "aftersales" ("shop_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "aftersales_open" ON "aftersales" ("shop_id","created_at","id") WHERE status not in ('COMPLETED', 'CLOSED');--> statement-breakpoint
CREATE INDEX "aftersales_open_counts" ON "aftersales" ("shop_id","status","deadline_at","missed_deadlines","offline_payout") WHERE status not in ('COMPLETED', 'CLOSED');--> statement-breakpoint
CREATE INDEX "aftersales_due_by_status" ON "aftersales" ("shop_id","status","deadline_at","id") WHERE deadline_at is not null;--> statement-breakpoint
CREATE INDEX "aftersales_by_type" ON "aftersales" ("shop_id","type","created_at","id");--> statement-breakpoint
CREATE INDEX "aftersales_by_reason" ON "aftersales" ("shop_id","reason_code","created_at","id");--> statement-breakpoint
CREATE INDEX "aftersales_due" ON "aftersales" ("shop_id","deadline_at","id") WHERE deadline_at is not null;--> statement-breakpoint
CREATE INDEX "aftersales_of_shopper" ON "aftersales" ("shop_id","shopper_id","created_at","id");--> statement-breakpoint
CREATE INDEX "aftersales_children" ON "aftersales" ("shop_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "aftersales_of_order" ON "aftersales" ("shop_id","order_id");--> statement-breakpoint
CREATE INDEX "aftersales_order_no" ON "aftersales" ("shop_id","order_no" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "aftersales_no_prefix" ON "aftersales" ("shop_id","no" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "decisions_of" ON "decisions" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE INDEX "decisions_newest" ON "decisions" ("shop_id","at");--> statement-breakpoint
CREATE INDEX "ratings_newest" ON "ratings" ("shop_id","at","aftersale_id");--> statement-breakpoint
CREATE INDEX "timers_of" ON "timers" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE UNIQUE INDEX "timers_one_running" ON "timers" ("shop_id","aftersale_id") WHERE state = 'RUNNING';--> statement-breakpoint
CREATE UNIQUE INDEX "timers_one_paused" ON "timers" ("shop_id","aftersale_id") WHERE state = 'PAUSED';--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" ("due_at","id") WHERE state = 'RUNNING';--> statement-breakpoint
CREATE INDEX "invitations_code" ON "invitations" ("code_hash");--> statement-breakpoint
CREATE INDEX "invitations_open" ON "invitations" ("shop_id","created_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "api_keys_secret" ON "api_keys" ("secret_hash");--> statement-breakpoint
CREATE INDEX "phone_codes_phone" ON "phone_codes" ("phone_index","day");--> statement-breakpoint
CREATE INDEX "sessions_subject" ON "sessions" ("subject_id");--> statement-breakpoint
CREATE INDEX "shoppers_merged" ON "shoppers" ("shop_id","merged_into");--> statement-breakpoint
CREATE INDEX "shoppers_phone_tail" ON "shoppers" ("shop_id","phone_tail_index") WHERE phone_tail_index is not null;--> statement-breakpoint
CREATE INDEX "staff_account" ON "staff" ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_open" ON "conversations" ("shop_id","shopper_id") WHERE status <> 'ENDED';--> statement-breakpoint
CREATE INDEX "conversations_queue" ON "conversations" ("shop_id","status","last_message_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_id" ON "messages" ("shop_id","id");--> statement-breakpoint
CREATE INDEX "messages_citing" ON "messages" ("shop_id","citation_id","at") WHERE citation_id is not null;--> statement-breakpoint
CREATE INDEX "exports_newest" ON "exports" ("shop_id","created_at","id");--> statement-breakpoint
CREATE INDEX "exports_unfinished" ON "exports" ("shop_id") WHERE state in ('WAITING', 'RUNNING');--> statement-breakpoint
CREATE INDEX "exports_due" ON "exports" ("lease_until") WHERE state in ('WAITING', 'RUNNING');--> statement-breakpoint
CREATE INDEX "exports_ready" ON "exports" ("finished_at") WHERE state = 'READY';--> statement-breakpoint
CREATE INDEX "faq_entries_newest" ON "faq_entries" ("shop_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "faq_entries_by_status" ON "faq_entries" ("shop_id","status","category","id");--> statement-breakpoint
CREATE INDEX "faq_learnt_from" ON "faq_learnt" ("shop_id","question_id");--> statement-breakpoint
CREATE INDEX "faq_unanswered_most" ON "faq_unanswered" ("shop_id","count","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "notice_deliveries_due" ON "notice_deliveries" ("send_after") WHERE state = 'QUEUED';--> statement-breakpoint
CREATE INDEX "notice_threads_newest" ON "notice_threads" ("shop_id","reader_id","last_at","subject_id");--> statement-breakpoint
CREATE INDEX "notice_threads_unread" ON "notice_threads" ("shop_id","reader_id","last_at","subject_id") WHERE unread > 0;--> statement-breakpoint
CREATE INDEX "notice_threads_last" ON "notice_threads" ("shop_id","last_notice_id");--> statement-breakpoint
CREATE INDEX "notices_of_thread" ON "notices" ("shop_id","reader_id","subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" ("shop_id","reader_id","subject_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_old" ON "notices" ("created_at");--> statement-breakpoint
CREATE INDEX "planned_notices_due" ON "planned_notices" ("at") WHERE state = 'PLANNED';--> statement-breakpoint
CREATE INDEX "planned_notices_old" ON "planned_notices" ("at") WHERE state <> 'PLANNED';--> statement-breakpoint
CREATE INDEX "orders_no_prefix" ON "orders" ("shop_id","order_no" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" ("shop_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_of_shopper" ON "orders" ("shop_id","shopper_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "reply_templates_of" ON "reply_templates" ("shop_id","act","created_at","id");--> statement-breakpoint
CREATE INDEX "saved_filters_of" ON "saved_filters" ("shop_id","account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "share_links_of" ON "share_links" ("shop_id","aftersale_id");--> statement-breakpoint
CREATE INDEX "share_links_token" ON "share_links" ("token_hash");--> statement-breakpoint
CREATE INDEX "share_links_ended" ON "share_links" ("expires_at");--> statement-breakpoint
CREATE INDEX "uploads_used" ON "uploads" ("shop_id","used_by_id","used_seq");--> statement-breakpoint
CREATE INDEX "uploads_unused" ON "uploads" ("created_at") WHERE used_by is null;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_shop_id_line_id_order_lines_shop_id_id_fkey" FOREIGN KEY ("shop_id","line_id") REFERENCES "order_lines"("shop_id","id");--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_shop_id_refund_id_refunds_shop_id_id_fkey" FOREIGN KEY ("shop_id","refund_id") REFERENCES "refunds"("shop_id","id");--> statement-breakpoint
ALTER TABLE "refund_splits" ADD CONSTRAINT "refund_splits_shop_id_refund_id_refunds_shop_id_id_fkey" FOREIGN KEY ("shop_id","refund_id") REFERENCES "refunds"("shop_id","id");--> statement-breakpoint
ALTER TABLE "refund_splits" ADD CONSTRAINT "refund_splits_shop_id_payment_id_payments_shop_id_id_fkey" FOREIGN KEY ("shop_id","payment_id") REFERENCES "payments"("shop_id","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_shop_id_order_id_orders_shop_id_id_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "orders"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersale_events" ADD CONSTRAINT "aftersale_events_MQzoKvx7ZCW6_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersale_items" ADD CONSTRAINT "aftersale_items_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersale_items" ADD CONSTRAINT "aftersale_items_shop_id_line_id_order_lines_shop_id_id_fkey" FOREIGN KEY ("shop_id","line_id") REFERENCES "order_lines"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersale_payments" ADD CONSTRAINT "aftersale_payments_xON7dtpWSfMa_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersale_payments" ADD CONSTRAINT "aftersale_payments_shop_id_payment_id_payments_shop_id_id_fkey" FOREIGN KEY ("shop_id","payment_id") REFERENCES "payments"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersales" ADD CONSTRAINT "aftersales_shop_id_order_id_orders_shop_id_id_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "orders"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersales" ADD CONSTRAINT "aftersales_shop_id_shopper_id_shoppers_shop_id_id_fkey" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "shoppers"("shop_id","id");--> statement-breakpoint
ALTER TABLE "aftersales" ADD CONSTRAINT "aftersales_shop_id_parent_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","parent_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");--> statement-breakpoint
ALTER TABLE "shoppers" ADD CONSTRAINT "shoppers_shop_id_merged_into_shoppers_shop_id_id_fkey" FOREIGN KEY ("shop_id","merged_into") REFERENCES "shoppers"("shop_id","id");--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_shop_id_shopper_id_shoppers_shop_id_id_fkey" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "shoppers"("shop_id","id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_shop_id_conversation_id_conversations_shop_id_id_fkey" FOREIGN KEY ("shop_id","conversation_id") REFERENCES "conversations"("shop_id","id");--> statement-breakpoint
ALTER TABLE "faq_learnt" ADD CONSTRAINT "faq_learnt_shop_id_entry_id_faq_entries_shop_id_id_fkey" FOREIGN KEY ("shop_id","entry_id") REFERENCES "faq_entries"("shop_id","id");--> statement-breakpoint
ALTER TABLE "faq_learnt" ADD CONSTRAINT "faq_learnt_shop_id_question_id_faq_unanswered_shop_id_id_fkey" FOREIGN KEY ("shop_id","question_id") REFERENCES "faq_unanswered"("shop_id","id");--> statement-breakpoint
ALTER TABLE "notice_deliveries" ADD CONSTRAINT "notice_deliveries_shop_id_notice_id_notices_shop_id_id_fkey" FOREIGN KEY ("shop_id","notice_id") REFERENCES "notices"("shop_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notice_threads" ADD CONSTRAINT "notice_threads_shop_id_last_notice_id_notices_shop_id_id_fkey" FOREIGN KEY ("shop_id","last_notice_id") REFERENCES "notices"("shop_id","id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_shop_id_order_id_orders_shop_id_id_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "orders"("shop_id","id");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_shop_id_shopper_id_shoppers_shop_id_id_fkey" FOREIGN KEY ("shop_id","shopper_id") REFERENCES "shoppers"("shop_id","id");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_shop_id_order_id_orders_shop_id_id_fkey" FOREIGN KEY ("shop_id","order_id") REFERENCES "orders"("shop_id","id");--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_shop_id_account_id_staff_shop_id_account_id_fkey" FOREIGN KEY ("shop_id","account_id") REFERENCES "staff"("shop_id","account_id");--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_shop_id_aftersale_id_aftersales_shop_id_id_fkey" FOREIGN KEY ("shop_id","aftersale_id") REFERENCES "aftersales"("shop_id","id");