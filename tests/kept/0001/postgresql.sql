


SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;


CREATE FUNCTION public.fieldforms_erasable() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM erasures WHERE digest = OLD.digest AND entry_id = OLD.entry_id) THEN RETURN OLD; END IF; RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' are sealed'; END $$;



CREATE FUNCTION public.fieldforms_sealed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' are sealed'; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;


CREATE TABLE public.assignments (
    id integer NOT NULL,
    user_id integer NOT NULL,
    client_id integer NOT NULL,
    since bigint NOT NULL,
    until bigint
);



CREATE SEQUENCE public.assignments_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.assignments_id_seq OWNED BY public.assignments.id;



CREATE TABLE public.attempts (
    id integer NOT NULL,
    key character varying(255) NOT NULL,
    at bigint NOT NULL
);



CREATE SEQUENCE public.attempts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.attempts_id_seq OWNED BY public.attempts.id;



CREATE TABLE public.audit (
    id integer NOT NULL,
    at bigint NOT NULL,
    actor_id integer,
    action character varying(255) NOT NULL,
    ref character varying(255) NOT NULL,
    detail jsonb NOT NULL
);



CREATE SEQUENCE public.audit_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.audit_id_seq OWNED BY public.audit.id;



CREATE TABLE public.backups (
    id integer NOT NULL,
    device_id integer NOT NULL,
    kind character varying(255) NOT NULL,
    version character varying(255) NOT NULL,
    made_on character varying(255) NOT NULL
);



CREATE SEQUENCE public.backups_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.backups_id_seq OWNED BY public.backups.id;



CREATE TABLE public.chains (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    head character varying(255) NOT NULL,
    length integer NOT NULL
);



CREATE SEQUENCE public.chains_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.chains_id_seq OWNED BY public.chains.id;



CREATE TABLE public.clients (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    short_name character varying(255) NOT NULL,
    address character varying(255) NOT NULL,
    phone character varying(255) NOT NULL,
    type character varying(255) NOT NULL,
    contract_from character varying(255) NOT NULL,
    contract_until character varying(255) NOT NULL,
    warranty_until character varying(255) NOT NULL,
    calls_total integer,
    visits_per_year integer,
    service_modes jsonb NOT NULL,
    working_hours character varying(255) NOT NULL,
    reporting boolean NOT NULL,
    language character varying(255) NOT NULL
);



CREATE SEQUENCE public.clients_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.clients_id_seq OWNED BY public.clients.id;



CREATE TABLE public.codes (
    id integer NOT NULL,
    code character varying(255) NOT NULL,
    device_id integer,
    part_id integer,
    made_at bigint NOT NULL,
    made_by_id integer,
    bound_at bigint,
    bound_by_id integer,
    retired_at bigint,
    replaced_by_id integer
);



CREATE SEQUENCE public.codes_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.codes_id_seq OWNED BY public.codes.id;



CREATE TABLE public.contacts (
    id integer NOT NULL,
    client_id integer NOT NULL,
    name character varying(255) NOT NULL,
    title character varying(255) NOT NULL,
    phone character varying(255) NOT NULL,
    mobile character varying(255) NOT NULL,
    lead boolean NOT NULL,
    room_keeper boolean NOT NULL
);



CREATE SEQUENCE public.contacts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.contacts_id_seq OWNED BY public.contacts.id;



CREATE TABLE public.counters (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    last integer NOT NULL
);



CREATE SEQUENCE public.counters_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.counters_id_seq OWNED BY public.counters.id;



CREATE TABLE public.definitions (
    id integer NOT NULL,
    key character varying(255) NOT NULL,
    version integer NOT NULL,
    digest character varying(255) NOT NULL,
    body jsonb NOT NULL,
    roles character varying(255) NOT NULL,
    published_at bigint NOT NULL,
    retired_at bigint
);



CREATE SEQUENCE public.definitions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.definitions_id_seq OWNED BY public.definitions.id;



CREATE TABLE public.deputies (
    id integer NOT NULL,
    user_id integer NOT NULL,
    deputy_id integer NOT NULL,
    from_on character varying(255) NOT NULL,
    until_on character varying(255) NOT NULL,
    created_at bigint NOT NULL,
    created_by_id integer NOT NULL,
    ended_at bigint
);



CREATE SEQUENCE public.deputies_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.deputies_id_seq OWNED BY public.deputies.id;



CREATE TABLE public.devices (
    id integer NOT NULL,
    client_id integer NOT NULL,
    room_id integer,
    name character varying(255) NOT NULL,
    category character varying(255) NOT NULL,
    brand character varying(255) NOT NULL,
    model character varying(255) NOT NULL,
    serial character varying(255) NOT NULL,
    manufacturer character varying(255) NOT NULL,
    manufacturer_phone character varying(255) NOT NULL,
    installed_on character varying(255) NOT NULL,
    interfaces text NOT NULL,
    spare_interfaces text NOT NULL,
    note text NOT NULL,
    created_at bigint NOT NULL,
    retired_at bigint
);



CREATE SEQUENCE public.devices_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.devices_id_seq OWNED BY public.devices.id;



CREATE TABLE public.disclosures (
    id integer NOT NULL,
    digest character varying(255) NOT NULL,
    entry_id integer NOT NULL,
    body text NOT NULL
);



CREATE SEQUENCE public.disclosures_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.disclosures_id_seq OWNED BY public.disclosures.id;



CREATE TABLE public.drafts (
    id integer NOT NULL,
    uuid character varying(255) NOT NULL,
    record character varying(255) NOT NULL,
    definition_id integer NOT NULL,
    step character varying(255) NOT NULL,
    author_id integer,
    client_id integer,
    origin jsonb NOT NULL,
    answers jsonb NOT NULL,
    version integer NOT NULL,
    editor character varying(255) NOT NULL,
    created_at bigint NOT NULL,
    saved_at bigint NOT NULL,
    completed_at bigint,
    discarded_at bigint
);



CREATE SEQUENCE public.drafts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.drafts_id_seq OWNED BY public.drafts.id;



CREATE TABLE public.entries (
    id integer NOT NULL,
    record character varying(255) NOT NULL,
    seq integer NOT NULL,
    number character varying(255) NOT NULL,
    definition_id integer NOT NULL,
    step character varying(255) NOT NULL,
    outcome character varying(255) NOT NULL,
    client_id integer,
    actor_id integer,
    draft character varying(255),
    body_digest character varying(255) NOT NULL,
    chain_id integer NOT NULL,
    chain_seq integer NOT NULL,
    digest character varying(255) NOT NULL,
    jwt text NOT NULL,
    sealed_at bigint NOT NULL
);



CREATE SEQUENCE public.entries_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.entries_id_seq OWNED BY public.entries.id;



CREATE TABLE public.erasures (
    id integer NOT NULL,
    entry_id integer NOT NULL,
    digest character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    by_entry_id integer NOT NULL
);



CREATE SEQUENCE public.erasures_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.erasures_id_seq OWNED BY public.erasures.id;



CREATE TABLE public.feeds (
    id integer NOT NULL,
    token character varying(255) NOT NULL,
    user_id integer NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint
);



CREATE SEQUENCE public.feeds_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.feeds_id_seq OWNED BY public.feeds.id;



CREATE TABLE public.files (
    id integer NOT NULL,
    digest character varying(255) NOT NULL,
    media_type character varying(255) NOT NULL,
    size integer NOT NULL,
    body bytea,
    created_at bigint NOT NULL
);



CREATE SEQUENCE public.files_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.files_id_seq OWNED BY public.files.id;



CREATE TABLE public.holidays (
    id integer NOT NULL,
    day character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    works boolean NOT NULL
);



CREATE SEQUENCE public.holidays_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.holidays_id_seq OWNED BY public.holidays.id;



CREATE TABLE public.keys (
    id integer NOT NULL,
    kid character varying(255) NOT NULL,
    jwk jsonb NOT NULL,
    created_at bigint NOT NULL,
    retired_at bigint
);



CREATE SEQUENCE public.keys_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.keys_id_seq OWNED BY public.keys.id;



CREATE TABLE public.links (
    id integer NOT NULL,
    token character varying(255) NOT NULL,
    purpose character varying(255) NOT NULL,
    record character varying(255),
    step character varying(255) NOT NULL,
    draft character varying(255),
    user_id integer,
    shown character varying(255) NOT NULL,
    created_by_id integer,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    revoked_at bigint
);



CREATE SEQUENCE public.links_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.links_id_seq OWNED BY public.links.id;



CREATE TABLE public.movements (
    id integer NOT NULL,
    part_id integer NOT NULL,
    kind character varying(255) NOT NULL,
    quantity integer NOT NULL,
    source_id integer,
    target_id integer,
    device_id integer,
    record character varying(255) NOT NULL,
    due_on character varying(255) NOT NULL,
    note text NOT NULL,
    actor_id integer,
    at bigint NOT NULL
);



CREATE SEQUENCE public.movements_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.movements_id_seq OWNED BY public.movements.id;



CREATE TABLE public.parts (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    kind character varying(255) NOT NULL,
    brand character varying(255) NOT NULL,
    model character varying(255) NOT NULL,
    unit character varying(255) NOT NULL,
    client_id integer,
    low_at integer,
    note text NOT NULL,
    created_at bigint NOT NULL,
    retired_at bigint
);



CREATE SEQUENCE public.parts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.parts_id_seq OWNED BY public.parts.id;



CREATE TABLE public.places (
    id integer NOT NULL,
    kind character varying(255) NOT NULL,
    client_id integer,
    user_id integer
);



CREATE SEQUENCE public.places_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.places_id_seq OWNED BY public.places.id;



CREATE TABLE public.plans (
    id integer NOT NULL,
    client_id integer NOT NULL,
    room_id integer,
    device_id integer,
    key character varying(255) NOT NULL,
    every integer NOT NULL,
    unit character varying(255) NOT NULL,
    weekday integer,
    skip_holidays boolean NOT NULL,
    technician_id integer,
    starts_on character varying(255) NOT NULL,
    ends_on character varying(255) NOT NULL,
    replaces_id integer,
    created_at bigint NOT NULL,
    created_by_id integer NOT NULL,
    ended_at bigint,
    ended_by_id integer
);



CREATE SEQUENCE public.plans_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.plans_id_seq OWNED BY public.plans.id;



CREATE TABLE public.rating_months (
    id integer NOT NULL,
    client_id integer,
    technician_id integer,
    month character varying(255) NOT NULL,
    satisfaction character varying(255) NOT NULL,
    n integer NOT NULL
);



CREATE SEQUENCE public.rating_months_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.rating_months_id_seq OWNED BY public.rating_months.id;



CREATE TABLE public.rating_reasons (
    id integer NOT NULL,
    record_id integer NOT NULL,
    client_id integer,
    technician_id integer,
    month character varying(255) NOT NULL,
    reason character varying(255) NOT NULL
);



CREATE SEQUENCE public.rating_reasons_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.rating_reasons_id_seq OWNED BY public.rating_reasons.id;



CREATE TABLE public.record_devices (
    id integer NOT NULL,
    record_id integer NOT NULL,
    device_id integer NOT NULL,
    opened_at bigint NOT NULL
);



CREATE SEQUENCE public.record_devices_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.record_devices_id_seq OWNED BY public.record_devices.id;



CREATE TABLE public.records (
    id integer NOT NULL,
    uuid character varying(255) NOT NULL,
    number character varying(255) NOT NULL,
    key character varying(255) NOT NULL,
    definition_id integer NOT NULL,
    client_id integer,
    client_name character varying(255) NOT NULL,
    room_id integer,
    device_names character varying(255) NOT NULL,
    technician_id integer,
    technician_name character varying(255) NOT NULL,
    opened_by_id integer,
    summary text NOT NULL,
    opened_at bigint NOT NULL,
    dated_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    closed_at bigint,
    state character varying(255) NOT NULL,
    next_step character varying(255) NOT NULL,
    next_by character varying(255) NOT NULL,
    assignee_id integer,
    outcome character varying(255) NOT NULL,
    unsigned boolean NOT NULL,
    result character varying(255) NOT NULL,
    satisfaction character varying(255) NOT NULL,
    rating_month character varying(255) NOT NULL,
    confidential boolean NOT NULL,
    personal boolean NOT NULL,
    urgency character varying(255) NOT NULL,
    due_on character varying(255) NOT NULL,
    follow_up_on character varying(255) NOT NULL,
    follows character varying(255) NOT NULL,
    open_points text NOT NULL,
    supersedes character varying(255) NOT NULL,
    superseded_by character varying(255) NOT NULL
);



CREATE SEQUENCE public.records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.records_id_seq OWNED BY public.records.id;



CREATE TABLE public.reservations (
    id integer NOT NULL,
    record_id integer NOT NULL,
    part_id integer NOT NULL,
    quantity integer NOT NULL
);



CREATE SEQUENCE public.reservations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.reservations_id_seq OWNED BY public.reservations.id;



CREATE TABLE public.reviews (
    id integer NOT NULL,
    record character varying(255) NOT NULL,
    by_id integer NOT NULL,
    note text NOT NULL,
    settles character varying(255) NOT NULL,
    at bigint NOT NULL
);



CREATE SEQUENCE public.reviews_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.reviews_id_seq OWNED BY public.reviews.id;



CREATE TABLE public.rooms (
    id integer NOT NULL,
    client_id integer NOT NULL,
    name character varying(255) NOT NULL,
    floor character varying(255) NOT NULL,
    no_phones boolean NOT NULL,
    no_cameras boolean NOT NULL,
    confidential boolean NOT NULL,
    modes jsonb NOT NULL,
    power_on jsonb NOT NULL
);



CREATE SEQUENCE public.rooms_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.rooms_id_seq OWNED BY public.rooms.id;



CREATE TABLE public.schema_migration (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL
);



CREATE SEQUENCE public.schema_migration_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.schema_migration_id_seq OWNED BY public.schema_migration.id;



CREATE TABLE public.search (
    record_id integer NOT NULL,
    public tsvector NOT NULL,
    private tsvector NOT NULL
);



CREATE TABLE public.sessions (
    id integer NOT NULL,
    token character varying(255) NOT NULL,
    user_id integer NOT NULL,
    device character varying(255) NOT NULL,
    phone boolean NOT NULL,
    address character varying(255) NOT NULL,
    pin character varying(255) NOT NULL,
    pin_tries integer NOT NULL,
    handed_draft character varying(255),
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    revoked_at bigint
);



CREATE SEQUENCE public.sessions_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.sessions_id_seq OWNED BY public.sessions.id;



CREATE TABLE public.stock (
    id integer NOT NULL,
    part_id integer NOT NULL,
    place_id integer NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT stock_quantity_check CHECK ((quantity >= 0))
);



CREATE SEQUENCE public.stock_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.stock_id_seq OWNED BY public.stock.id;



CREATE TABLE public.targets (
    id integer NOT NULL,
    client_id integer,
    urgency character varying(255) NOT NULL,
    respond integer,
    restore integer
);



CREATE SEQUENCE public.targets_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.targets_id_seq OWNED BY public.targets.id;



CREATE TABLE public.uploads (
    id integer NOT NULL,
    draft character varying(255) NOT NULL,
    sent character varying(255) NOT NULL,
    file_id integer NOT NULL,
    created_at bigint NOT NULL
);



CREATE SEQUENCE public.uploads_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.uploads_id_seq OWNED BY public.uploads.id;



CREATE TABLE public.users (
    id integer NOT NULL,
    login character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    role character varying(255) NOT NULL,
    language character varying(255) NOT NULL,
    phone character varying(255) NOT NULL,
    password character varying(255) NOT NULL,
    confidential boolean NOT NULL,
    created_at bigint NOT NULL,
    disabled_at bigint
);



CREATE SEQUENCE public.users_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;



CREATE TABLE public.visits (
    id integer NOT NULL,
    plan_id integer NOT NULL,
    due_on character varying(255) NOT NULL,
    outcome character varying(255) NOT NULL,
    record character varying(255) NOT NULL,
    moved_to character varying(255) NOT NULL,
    reason text NOT NULL,
    actor_id integer,
    at bigint NOT NULL
);



CREATE SEQUENCE public.visits_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;



ALTER SEQUENCE public.visits_id_seq OWNED BY public.visits.id;



ALTER TABLE ONLY public.assignments ALTER COLUMN id SET DEFAULT nextval('public.assignments_id_seq'::regclass);



ALTER TABLE ONLY public.attempts ALTER COLUMN id SET DEFAULT nextval('public.attempts_id_seq'::regclass);



ALTER TABLE ONLY public.audit ALTER COLUMN id SET DEFAULT nextval('public.audit_id_seq'::regclass);



ALTER TABLE ONLY public.backups ALTER COLUMN id SET DEFAULT nextval('public.backups_id_seq'::regclass);



ALTER TABLE ONLY public.chains ALTER COLUMN id SET DEFAULT nextval('public.chains_id_seq'::regclass);



ALTER TABLE ONLY public.clients ALTER COLUMN id SET DEFAULT nextval('public.clients_id_seq'::regclass);



ALTER TABLE ONLY public.codes ALTER COLUMN id SET DEFAULT nextval('public.codes_id_seq'::regclass);



ALTER TABLE ONLY public.contacts ALTER COLUMN id SET DEFAULT nextval('public.contacts_id_seq'::regclass);



ALTER TABLE ONLY public.counters ALTER COLUMN id SET DEFAULT nextval('public.counters_id_seq'::regclass);



ALTER TABLE ONLY public.definitions ALTER COLUMN id SET DEFAULT nextval('public.definitions_id_seq'::regclass);



ALTER TABLE ONLY public.deputies ALTER COLUMN id SET DEFAULT nextval('public.deputies_id_seq'::regclass);



ALTER TABLE ONLY public.devices ALTER COLUMN id SET DEFAULT nextval('public.devices_id_seq'::regclass);



ALTER TABLE ONLY public.disclosures ALTER COLUMN id SET DEFAULT nextval('public.disclosures_id_seq'::regclass);



ALTER TABLE ONLY public.drafts ALTER COLUMN id SET DEFAULT nextval('public.drafts_id_seq'::regclass);



ALTER TABLE ONLY public.entries ALTER COLUMN id SET DEFAULT nextval('public.entries_id_seq'::regclass);



ALTER TABLE ONLY public.erasures ALTER COLUMN id SET DEFAULT nextval('public.erasures_id_seq'::regclass);



ALTER TABLE ONLY public.feeds ALTER COLUMN id SET DEFAULT nextval('public.feeds_id_seq'::regclass);



ALTER TABLE ONLY public.files ALTER COLUMN id SET DEFAULT nextval('public.files_id_seq'::regclass);



ALTER TABLE ONLY public.holidays ALTER COLUMN id SET DEFAULT nextval('public.holidays_id_seq'::regclass);



ALTER TABLE ONLY public.keys ALTER COLUMN id SET DEFAULT nextval('public.keys_id_seq'::regclass);



ALTER TABLE ONLY public.links ALTER COLUMN id SET DEFAULT nextval('public.links_id_seq'::regclass);



ALTER TABLE ONLY public.movements ALTER COLUMN id SET DEFAULT nextval('public.movements_id_seq'::regclass);



ALTER TABLE ONLY public.parts ALTER COLUMN id SET DEFAULT nextval('public.parts_id_seq'::regclass);



ALTER TABLE ONLY public.places ALTER COLUMN id SET DEFAULT nextval('public.places_id_seq'::regclass);



ALTER TABLE ONLY public.plans ALTER COLUMN id SET DEFAULT nextval('public.plans_id_seq'::regclass);



ALTER TABLE ONLY public.rating_months ALTER COLUMN id SET DEFAULT nextval('public.rating_months_id_seq'::regclass);



ALTER TABLE ONLY public.rating_reasons ALTER COLUMN id SET DEFAULT nextval('public.rating_reasons_id_seq'::regclass);



ALTER TABLE ONLY public.record_devices ALTER COLUMN id SET DEFAULT nextval('public.record_devices_id_seq'::regclass);



ALTER TABLE ONLY public.records ALTER COLUMN id SET DEFAULT nextval('public.records_id_seq'::regclass);



ALTER TABLE ONLY public.reservations ALTER COLUMN id SET DEFAULT nextval('public.reservations_id_seq'::regclass);



ALTER TABLE ONLY public.reviews ALTER COLUMN id SET DEFAULT nextval('public.reviews_id_seq'::regclass);



ALTER TABLE ONLY public.rooms ALTER COLUMN id SET DEFAULT nextval('public.rooms_id_seq'::regclass);



ALTER TABLE ONLY public.schema_migration ALTER COLUMN id SET DEFAULT nextval('public.schema_migration_id_seq'::regclass);



ALTER TABLE ONLY public.sessions ALTER COLUMN id SET DEFAULT nextval('public.sessions_id_seq'::regclass);



ALTER TABLE ONLY public.stock ALTER COLUMN id SET DEFAULT nextval('public.stock_id_seq'::regclass);



ALTER TABLE ONLY public.targets ALTER COLUMN id SET DEFAULT nextval('public.targets_id_seq'::regclass);



ALTER TABLE ONLY public.uploads ALTER COLUMN id SET DEFAULT nextval('public.uploads_id_seq'::regclass);



ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);



ALTER TABLE ONLY public.visits ALTER COLUMN id SET DEFAULT nextval('public.visits_id_seq'::regclass);



INSERT INTO public.assignments VALUES
	(1, 1, 1, 1795972682061, NULL),
	(2, 8, 1, 1795972682061, NULL),
	(3, 2, 2, 1795972682061, NULL);



INSERT INTO public.attempts VALUES
	(1, 'password:203.0.113.9', 1795482120000),
	(2, 'report:203.0.113.9', 1795482540000),
	(3, 'report:203.0.113.9', 1795482540000);



INSERT INTO public.audit VALUES
	(1, 1795972681926, NULL, 'definition.publish', 'approval-request', '{"version": 1}'),
	(2, 1795972681950, NULL, 'definition.publish', 'av-maintenance', '{"version": 1}'),
	(3, 1795972681965, NULL, 'definition.publish', 'conference-support', '{"version": 1}'),
	(4, 1795972681968, NULL, 'definition.publish', 'device-survey', '{"version": 1}'),
	(5, 1795972681978, NULL, 'definition.publish', 'document-receipt', '{"version": 1}'),
	(6, 1795972681982, NULL, 'definition.publish', 'fault-report', '{"version": 1}'),
	(7, 1795972681988, NULL, 'definition.publish', 'handover', '{"version": 1}'),
	(8, 1795972682007, NULL, 'definition.publish', 'machine-room-visit', '{"version": 1}'),
	(9, 1795972682008, NULL, 'definition.publish', 'media-check', '{"version": 1}'),
	(10, 1795972682017, NULL, 'definition.publish', 'media-loan', '{"version": 1}'),
	(11, 1795972682021, NULL, 'definition.publish', 'overtime-request', '{"version": 1}'),
	(12, 1795972682028, NULL, 'definition.publish', 'parts-issue', '{"version": 1}'),
	(13, 1795972682035, NULL, 'definition.publish', 'service-contact', '{"version": 1}'),
	(14, 1795972682043, NULL, 'definition.publish', 'startup-check', '{"version": 1}'),
	(15, 1795972682049, NULL, 'definition.publish', 'training-record', '{"version": 1}'),
	(16, 1795972682060, NULL, 'definition.publish', 'work-report', '{"version": 1}'),
	(17, 1795482060000, 4, 'targets.set', '', '{}'),
	(18, 1795482060000, 4, 'targets.set', '1', '{}'),
	(19, 1795482060000, 3, 'holiday.put', '2026-11-26', '{"works": false}'),
	(20, 1795482060000, 3, 'codes.make', '', '{"count": 2}'),
	(21, 1795482120000, 1, 'feed.make', '', '{}'),
	(22, 1795482120000, 4, 'deputy.name', '1', '{"user": 4, "deputy": 3}'),
	(23, 1795482180000, 1, 'entry.done', 'FW-202611-0001', '{"way": "account", "step": "work"}'),
	(24, 1795482180000, 1, 'entry.done', 'FW-202611-0001', '{"way": "handed_over", "step": "acceptance"}'),
	(25, 1795482180000, 1, 'record.correct', 'FW-202611-0001', '{}'),
	(26, 1795482180000, 1, 'entry.done', 'FW-202611-0002', '{"way": "account", "step": "work"}'),
	(27, 1795482180000, 1, 'entry.done', 'FW-202611-0002', '{"way": "handed_over", "step": "acceptance"}'),
	(28, 1795482180000, 4, 'record.review', 'FW-202611-0002', '{}'),
	(29, 1795482240000, 1, 'entry.done', 'FW-202611-0003', '{"way": "account", "step": "work"}'),
	(30, 1795482240000, 1, 'entry.returned', 'FW-202611-0003', '{"way": "handed_over", "step": "acceptance"}'),
	(31, 1795482240000, 1, 'entry.done', 'FW-202611-0003', '{"way": "account", "step": "work"}'),
	(32, 1795482240000, 1, 'entry.done', 'FW-202611-0003', '{"way": "handed_over", "step": "acceptance"}'),
	(33, 1795482300000, 1, 'entry.done', 'FW-202611-0004', '{"way": "account", "step": "work"}'),
	(34, 1795482300000, 1, 'entry.done', 'FW-202611-0004', '{"way": "handed_over", "step": "acceptance"}'),
	(35, 1795482300000, 7, 'entry.erased', 'FW-202611-0004', '{}'),
	(36, 1795482300000, 7, 'entry.erased', 'FW-202611-0004', '{}'),
	(37, 1795482360000, 1, 'entry.done', 'FW-202611-0005', '{"way": "account", "step": "work"}'),
	(38, 1795482360000, 1, 'entry.cancelled', 'FW-202611-0005', '{}'),
	(39, 1795482420000, 1, 'entry.done', 'FW-202611-0006', '{"way": "account", "step": "work"}'),
	(40, 1795482420000, 1, 'entry.absent', 'FW-202611-0006', '{"way": "account", "step": "acceptance"}'),
	(41, 1795482480000, 3, 'codes.make', '', '{"count": 1}'),
	(42, 1795482480000, 3, 'code.bind', 'FPGTEM7CSM', '{"device": 3}'),
	(43, 1795482480000, 1, 'entry.done', 'FW-202611-0007', '{"way": "account", "step": "work"}'),
	(44, 1795482480000, 1, 'record.read', 'FW-202611-0007', '{}'),
	(45, 1795482480000, 1, 'entry.done', 'FW-202611-0007', '{"way": "handed_over", "step": "acceptance"}'),
	(46, 1795482540000, NULL, 'entry.done', 'GZ-202611-0001', '{"way": "public", "step": "report"}'),
	(47, 1795482540000, NULL, 'entry.merged', 'GZ-202611-0001', '{}'),
	(48, 1795482600000, 3, 'stock.move', '', '{"kind": "received", "part": 1, "movements": [1]}'),
	(49, 1795482600000, 1, 'entry.done', 'LY-202611-0001', '{"way": "account", "step": "request"}'),
	(50, 1795482600000, 1, 'entry.done', 'LY-202611-0002', '{"way": "account", "step": "request"}'),
	(51, 1795482600000, 1, 'entry.done', 'LY-202611-0003', '{"way": "account", "step": "request"}'),
	(52, 1795482600000, 3, 'entry.done', 'LY-202611-0001', '{"way": "account", "step": "issue"}'),
	(53, 1795482600000, 1, 'entry.done', 'LY-202611-0001', '{"way": "account", "step": "taking"}'),
	(54, 1795482600000, 1, 'stock.move', 'df80e956-bbdc-4c2d-bacb-b761873bd4b7:1:issued', '{"kind": "issued", "part": 1, "movements": [2]}'),
	(55, 1795482600000, 3, 'entry.done', 'LY-202611-0001', '{"way": "account", "step": "giving_back"}'),
	(56, 1795482600000, 3, 'stock.move', '1bce61cf-ec0a-4c72-a208-272bda528488:1:returned', '{"kind": "returned", "part": 1, "movements": [3]}'),
	(57, 1795482600000, 3, 'entry.returned', 'LY-202611-0003', '{"way": "account", "step": "issue"}'),
	(58, 1795482660000, 3, 'plan.make', '1', '{}'),
	(59, 1795482660000, 3, 'visit.skipped', '1', '{"due": "2026-11-26"}'),
	(60, 1795482660000, 3, 'visit.moved', '1', '{"due": "2026-11-27"}'),
	(61, 1795482660000, 1, 'visit.done', '1', '{"due": "2026-11-24"}'),
	(62, 1795482660000, 1, 'entry.done', 'FW-202611-0008', '{"way": "account", "step": "work"}'),
	(63, 1795482660000, 1, 'entry.done', 'FW-202611-0008', '{"way": "handed_over", "step": "acceptance"}'),
	(64, 1795482660000, 3, 'plan.change', '1', '{"by": 2}'),
	(65, 1795482720000, 1, 'entry.done', 'JB-202611-0001', '{"way": "account", "step": "request"}'),
	(66, 1795482720000, 4, 'entry.done', 'JB-202611-0001', '{"way": "account", "step": "supervisor_approval"}'),
	(67, 1795482720000, 1, 'entry.done', 'JY-202611-0001', '{"way": "account", "step": "request"}'),
	(68, 1795482780000, 1, 'entry.done', 'FW-202611-0009', '{"way": "account", "step": "work"}'),
	(69, 1795482780000, 1, 'link.create', 'FW-202611-0009', '{}');



INSERT INTO public.backups VALUES
	(1, 1, 'dsp', '2.1', '2026-03-01');



INSERT INTO public.chains VALUES
	(2, 'client:2', '-7pztvNWzF9Ztf5Xv-EC3gk6IrR5L6BiX0LM1qvrNkg', 2),
	(3, 'company', 'xhCw19e7VSSL1iNeHCRm7qc0kQBIqabcL3g1IPZgrK0', 9),
	(1, 'client:1', 'PcQl9oviNQ_lTX1DfQBr2iBzQcUOqGORM6-kqesjIiE', 22);



INSERT INTO public.clients VALUES
	(1, '市政务服务中心', '政务中心', '政务中心路 1 号', '0571-5555 0111', 'yearly_contract', '2026-01-01', '2027-12-31', '', NULL, 4, '[]', '', true, 'zh'),
	(2, '文澜大学', '文澜大学', '文澜大学路 1 号', '0571-5555 0222', 'yearly_contract', '2026-01-01', '2027-12-31', '', NULL, 4, '[]', '', true, 'zh');



INSERT INTO public.codes VALUES
	(1, 'DAH5PW5JZG', 1, NULL, 1795972682081, NULL, 1795972682081, NULL, NULL, NULL),
	(2, 'VM6H6KZBRY', 2, NULL, 1795972682104, NULL, 1795972682104, NULL, NULL, NULL),
	(3, 'S8YNWH3CS4', NULL, NULL, 1795482060000, 3, NULL, NULL, NULL, NULL),
	(4, 'X5RA1SS7JB', NULL, NULL, 1795482060000, 3, NULL, NULL, NULL, NULL),
	(5, 'FPGTEM7CSM', 3, NULL, 1795482480000, 3, 1795482480000, 3, NULL, NULL);



INSERT INTO public.contacts VALUES
	(1, 1, '徐明', '主任', '0571-5555 0111', '', true, false),
	(2, 2, '林岚', '主任', '0571-5555 0222', '', true, false);



INSERT INTO public.counters VALUES
	(2, 'GZ-202611', 1),
	(3, 'LY-202611', 3),
	(4, 'JB-202611', 1),
	(5, 'JY-202611', 1),
	(1, 'FW-202611', 9);



INSERT INTO public.definitions VALUES
	(1, 'approval-request', 1, '81e4a17f4a34d48c622a187829610424232af26fe79ba5cb0bd718be4c742443', '{"key": "approval-request", "step": [{"by": "anyone", "name": "request", "label": {"en": "Request", "zh": "请示"}, "sections": ["request"]}, {"by": "supervisor", "name": "supervisor_approval", "label": {"en": "Supervisor decides", "zh": "主管批复"}, "approves": "begins_on", "sections": ["supervisor"], "returns_to": "request", "return_label": {"en": "Send back to be completed", "zh": "退回补充"}}, {"by": "manager", "name": "manager_approval", "label": {"en": "Deputy general manager decides", "zh": "公司副总批复"}, "approves": "begins_on", "relevant": {"request_kind": "allowance", "supervisor_decision": "approved"}, "sections": ["manager"]}], "label": {"en": "Request for approval", "zh": "请示批复"}, "order": 120, "number": "QS", "section": [{"name": "request", "field": [{"from": "user.id", "name": "asked_by", "type": "user", "label": {"en": "Asked by", "zh": "请示人"}, "required": true, "read_only": true}, {"name": "request_kind", "type": "select_one", "label": {"en": "Kind", "zh": "请示类别"}, "choices": [{"name": "exception", "label": {"en": "Exception to a company rule", "zh": "特殊情况说明"}}, {"name": "allowance", "label": {"en": "Higher communication allowance", "zh": "通讯标准"}}, {"name": "authority", "label": {"en": "Action beyond authority", "zh": "授权"}}], "required": true}, {"name": "asked_for", "type": "long_text", "label": {"en": "What is asked for", "zh": "请示事项"}, "means": "request", "required": true}, {"name": "allowance", "type": "decimal", "label": {"en": "Allowance asked for (CNY a month)", "zh": "申请标准（元/月）"}, "means": "amount", "relevant": {"request_kind": "allowance"}, "required": true}, {"name": "asked_why", "type": "long_text", "label": {"en": "Why", "zh": "理由"}, "required": true}, {"name": "begins_on", "type": "date", "label": {"en": "From which day", "zh": "从何日起"}, "means": "starts_at"}, {"name": "papers", "type": "photos", "label": {"en": "Photos of papers", "zh": "附件照片"}, "means": "photos"}], "label": {"en": "Request", "zh": "请示"}, "layout": "rows"}, {"name": "supervisor", "field": [{"name": "supervisor_decision", "type": "select_one", "label": {"en": "Supervisor''s decision", "zh": "部门主管批复"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved", "zh": "同意"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不同意"}}], "required": true}, {"name": "supervisor_remark", "type": "long_text", "label": {"en": "Supervisor''s remark", "zh": "主管意见"}, "required": {"supervisor_decision": "declined"}}], "label": {"en": "Supervisor", "zh": "主管批复"}, "layout": "rows"}, {"name": "manager", "field": [{"name": "manager_decision", "type": "select_one", "label": {"en": "Deputy general manager''s decision", "zh": "公司副总批复"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved", "zh": "同意"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不同意"}}], "required": true}, {"name": "manager_remark", "type": "long_text", "label": {"en": "Deputy general manager''s remark", "zh": "副总意见"}, "required": {"manager_decision": "declined"}}], "label": {"en": "Deputy general manager", "zh": "公司副总批复"}, "layout": "rows"}], "personal": true, "register": ["asked_by", "request_kind", "asked_for", "supervisor_decision", "manager_decision"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true}', '|anyone|manager|supervisor|', 1795972681925, NULL),
	(2, 'av-maintenance', 1, 'a80e8e8d8cd2bc59caa697f57e832e12f98cbdadbd2047cd8b019361fcfd9956', '{"key": "av-maintenance", "step": [{"by": "technician", "name": "maintenance", "label": {"en": "Maintenance", "zh": "维护工作"}, "sections": ["client", "main_unit", "end_devices", "conclusion", "devices", "leaving"]}, {"by": "client", "name": "acceptance", "sign": {"en": "Client''s signature", "zh": "客户签字"}, "label": {"en": "Client''s acceptance", "zh": "客户验收"}, "consent": {"en": "By signing you confirm that you have read this report. Your name, your signature, the time of signing and details of the device you sign on are kept with the report as evidence.", "zh": "签字即表示您已阅读本报告。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本报告一并保存。", "version": "1"}, "sections": ["acceptance"], "returns_to": "maintenance", "return_label": {"en": "Not working yet", "zh": "尚不正常"}}], "label": {"en": "Video, audio and control system maintenance report", "zh": "视频、音频、控制系统维护工作报告"}, "opens": [{"form": "fault-report", "after": "maintenance", "carry": {"symptom": "unsettled", "faulty_devices": "maintained_devices"}, "given": {"urgency": "normal"}, "label": {"en": "Report a fault", "zh": "报修"}, "by_itself": true, "unsettled": true}], "order": 2, "number": "WH", "section": [{"name": "client", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"from": "client.contact", "name": "contact", "type": "text", "label": {"en": "Contact person", "zh": "联系人"}, "means": "contact", "width": "half", "suggest": "client.contacts"}, {"from": "client.phone", "hint": {"en": "Landline or mobile", "zh": "座机或手机"}, "name": "phone", "type": "phone", "label": {"en": "Telephone", "zh": "电话"}, "means": "phone", "width": "half"}, {"from": "client.address", "name": "address", "type": "text", "label": {"en": "Address", "zh": "地址"}, "means": "address"}, {"from": "now", "name": "arrival", "type": "datetime", "label": {"en": "Service time (arrival)", "zh": "服务时间（到达）"}, "means": "arrival", "width": "half", "required": true}, {"name": "departure", "type": "datetime", "label": {"en": "Service time (departure)", "zh": "服务时间（离开）"}, "means": "departure", "width": "half", "constraint": {"not_before": "arrival"}}], "label": {"en": "Client", "zh": "客户"}, "layout": "grid"}, {"name": "main_unit", "field": [{"no": "1", "name": "main_housing", "type": "two_counts", "label": {"en": "Remove dust from the housing; check for damage and corrosion.", "zh": "清除机身外壳灰尘，检查有无破损、腐蚀。"}, "counts": [{"name": "cleaned", "unit": {"en": "units", "zh": "台"}, "label": {"en": "Cleaned", "zh": "清理"}}, {"name": "damaged", "unit": {"en": "units", "zh": "台"}, "label": {"en": "damaged", "zh": "破损"}}], "category": "server", "required": true, "text_when": "second"}, {"no": "2", "name": "main_connectors", "type": "two_counts", "label": {"en": "Check connectors for looseness and bad contact; fasten and improve.", "zh": "查接头有没有松动、接触不良等加以固定及改善。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "3", "name": "main_fans", "type": "two_counts", "label": {"en": "Power on; check that fan blades and running noise are normal.", "zh": "开机检查风扇叶、运行声音是否正常。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "4", "name": "main_logs", "type": "normal_or_handled", "label": {"en": "Check the running logs for errors and abnormal exits, and deal with them.", "zh": "检查运行日志，在运行过程中有没有异常报错、有无存在异常退出等给予处理。"}, "category": "server", "required": true}, {"no": "5", "name": "main_online_hosts", "type": "normal_or_handled", "label": {"en": "Hosts that go online: check for slowness, scan for viruses or restore the system, check that backed-up software and drivers are complete.", "zh": "可连接上网的主机，检查运行是否缓慢，进行查杀病毒或系统恢复，并检查备份的软件、驱动是否完整。"}, "backups": true, "category": "server", "required": true}], "label": {"en": "Main unit (server)", "zh": "主机（服务器）"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "Maintenance work", "zh": "维护内容"}, {"en": "Result", "zh": "处理结果"}], "item_label": {"en": "Main unit (server)", "zh": "主机（服务器）"}, "not_applicable": true}, {"name": "end_devices", "field": [{"no": "1", "name": "end_housing", "type": "two_counts", "label": {"en": "Clean dust from housing, bracket and glass; check for damage.", "zh": "清洁机身外壳、支架及玻璃上的灰尘，检查有没损坏。"}, "counts": [{"name": "cleaned", "unit": {"en": "units", "zh": "台"}, "label": {"en": "Cleaned", "zh": "清理"}}, {"name": "damaged", "unit": {"en": "units", "zh": "台"}, "label": {"en": "damaged", "zh": "损坏"}}], "category": ["mixer", "processor", "amplifier", "speaker", "microphone", "camera", "codec", "projector", "display", "led_wall", "matrix", "control", "player", "recorder", "other"], "required": true, "text_when": "second"}, {"no": "2", "name": "end_suspension", "type": "two_counts", "label": {"en": "Check that suspended equipment is firm, cables are tidy, connectors make good contact.", "zh": "检查吊装设备是否牢固，连接线缆是否整齐、美观，接头接触是否良好。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "3", "name": "end_auxiliary", "type": "two_counts", "label": {"en": "Auxiliary devices: clean the housing, test that all functions work.", "zh": "有辅助设备的清洁外壳灰尘并测试各项功能正常。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "4", "name": "end_cameras", "type": "two_counts", "label": {"en": "Every camera has a clear view: no trees, new buildings or other obstacles.", "zh": "各摄像机视角良好，无树木、新建筑物等障碍物，阻挡视角。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "category": "camera", "required": true}, {"no": "5", "name": "end_voltage", "type": "two_counts", "label": {"en": "Supply voltage is normal and agrees with the rated value, tolerance ±10 %.", "zh": "设备供电电压正常与标称值一致，偏差范围：±10%。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "6", "name": "end_picture", "type": "two_counts", "label": {"en": "Compare: no blur, washed-out picture, colour cast, unsteady picture, rolling interference.", "zh": "检查对比：设备图像有无模糊、发白、偏色、图像不稳、有水波纹等不良现象。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}, {"no": "7", "name": "end_audio", "type": "two_counts", "label": {"en": "Audio: no distortion or breaking up, no noise, suitable volume.", "zh": "音频设备有无声音破损、杂音、声音大小是否合适。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "category": ["mixer", "processor", "amplifier", "speaker", "microphone"], "required": true}, {"no": "8", "name": "end_control", "type": "two_counts", "label": {"en": "Control: every control works; sources are recalled and switched correctly.", "zh": "控制设备各个控制是否正常，信号调用切换是否正常。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "category": "control", "required": true}, {"no": "9", "name": "end_sound_control", "type": "two_counts", "label": {"en": "Sound control works.", "zh": "声音控制是否正常。"}, "counts": [{"name": "checked", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "Checked", "zh": "检查"}}, {"name": "handled", "unit": {"en": "pcs", "zh": "个"}, "label": {"en": "handled", "zh": "处理"}}], "within": true, "required": true}], "label": {"en": "End devices", "zh": "终端"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "Maintenance work", "zh": "维护内容"}, {"en": "Result", "zh": "处理结果"}], "item_label": {"en": "End devices", "zh": "终端"}}, {"name": "conclusion", "field": [{"name": "summary", "type": "long_text", "label": {"en": "Summary", "zh": "维护总结"}, "means": "summary"}, {"from": "user.id", "name": "person_in_charge", "type": "user", "label": {"en": "Person in charge of maintenance", "zh": "维护负责人"}, "means": "technician", "width": "half", "required": true, "constraint": {"roles": ["technician"]}}, {"from": "now", "name": "maintenance_date", "type": "date", "label": {"en": "Maintenance date", "zh": "维护日期"}, "means": "maintenance_date", "width": "half", "required": true, "constraint": {"not_after": "now"}}], "label": {"en": "Conclusion", "zh": "维护结论"}, "layout": "grid"}, {"name": "devices", "field": [{"from": "device.code", "hint": {"en": "Scan the code on a device to add it", "zh": "扫设备上的二维码添加"}, "name": "maintained_devices", "type": "devices", "label": {"en": "Devices", "zh": "设备"}, "means": "devices"}, {"name": "work_photos", "type": "photos", "label": {"en": "Photos of the work", "zh": "现场照片"}, "means": "photos"}], "label": {"en": "Devices and photos", "zh": "设备与照片"}, "layout": "rows"}, {"name": "leaving", "field": [{"name": "environment_restored", "type": "yes_no", "label": {"en": "Client''s place left as it was", "zh": "已恢复客户环境"}, "means": "environment_restored"}, {"hint": {"en": "Shown again at the next scan of the device or room", "zh": "下次扫该设备或该房间时会再次显示"}, "name": "open_points", "type": "long_text", "label": {"en": "Open points", "zh": "遗留问题"}, "means": "open_points"}, {"hint": {"en": "Choose what you have read, then note the reading", "zh": "选要记下的，再填读数"}, "name": "wear", "type": "select_multiple", "label": {"en": "Wear readings", "zh": "损耗读数"}, "choices": [{"name": "lamp", "label": {"en": "Projector lamp", "zh": "投影机灯泡"}}, {"name": "filter", "label": {"en": "Filter", "zh": "过滤网"}}, {"name": "microphone_battery", "label": {"en": "Microphone batteries", "zh": "话筒电池"}}, {"name": "ups_battery", "label": {"en": "UPS battery", "zh": "UPS 电池"}}, {"name": "led_pixels", "label": {"en": "Dead LED pixels", "zh": "LED 坏点"}}]}, {"hint": {"en": "One reading for each device", "zh": "有几台就写几台"}, "name": "lamp_hours", "type": "text", "label": {"en": "Lamp hours", "zh": "灯泡使用时间（小时）"}, "relevant": {"wear": "lamp"}, "required": true}, {"name": "filter_state", "type": "text", "label": {"en": "State of the filter", "zh": "过滤网状况"}, "relevant": {"wear": "filter"}, "required": true}, {"name": "microphone_batteries", "type": "text", "label": {"en": "State of the microphone batteries", "zh": "话筒电池状况"}, "relevant": {"wear": "microphone_battery"}, "required": true}, {"name": "ups_battery_age", "type": "text", "label": {"en": "Age of the UPS battery (years)", "zh": "UPS 电池已用时间（年）"}, "relevant": {"wear": "ups_battery"}, "required": true}, {"name": "dead_pixels", "type": "text", "label": {"en": "Number of dead LED pixels", "zh": "LED 坏点数"}, "relevant": {"wear": "led_pixels"}, "required": true}], "label": {"en": "Before leaving", "zh": "离开前检查"}, "layout": "rows", "off_sheet": true}, {"name": "acceptance", "field": [{"no": "1", "name": "works_normally", "type": "note", "label": {"en": "Your system has been inspected and accepted and works normally (confirming this closes the service)", "zh": "您的系统设备已经验收并正常工作（确认正常此次服务即作完成处理）"}}, {"no": "2", "name": "accessories", "type": "select_one", "label": {"en": "Please confirm that the accessories were handed over", "zh": "请您确认系统的附件是否已交付"}, "means": "accessories", "choices": [{"name": "yes", "label": {"en": "Yes", "zh": "是"}}, {"name": "no", "label": {"en": "No", "zh": "否"}}, {"name": "none", "label": {"en": "There are none", "zh": "没有附件"}}], "required": true}, {"no": "3", "name": "satisfaction", "type": "select_one", "label": {"en": "How satisfied are you with this service?", "zh": "您对此次服务是否满意"}, "means": "satisfaction", "choices": [{"name": "very_satisfied", "label": {"en": "Very satisfied", "zh": "很满意"}}, {"name": "satisfied", "label": {"en": "Satisfied", "zh": "满意"}}, {"name": "fair", "label": {"en": "Fair", "zh": "一般"}}, {"name": "dissatisfied", "label": {"en": "Dissatisfied", "zh": "不满意"}}], "required": true, "private_to": ["supervisor"]}, {"no": "4", "name": "dissatisfied_with", "type": "select_multiple", "label": {"en": "What were you dissatisfied with?", "zh": "您不满意的原因是什么"}, "means": "dissatisfaction_reasons", "choices": [{"name": "attitude", "label": {"en": "Attitude", "zh": "服务态度"}}, {"name": "skill", "label": {"en": "Technical skill", "zh": "技术水平"}}, {"name": "speed", "label": {"en": "Speed of response", "zh": "响应速度"}}], "relevant": {"satisfaction": ["fair", "dissatisfied"]}, "required": {"any_of": ["dissatisfied_with", "comments"], "satisfaction": "dissatisfied"}, "private_to": ["supervisor"]}, {"name": "comments", "type": "long_text", "label": {"en": "Your valued comments on our service", "zh": "对我们的服务请您提出宝贵意见"}, "means": "comments", "private_to": ["supervisor"]}], "intro": {"en": "Dear client, before you sign for acceptance please note", "zh": "尊敬的客户：请在签名验收时请注意以下事项"}, "label": {"en": "Filled in by the client", "zh": "客户填写"}, "layout": "acceptance"}], "register": ["maintenance_date", "client_name", "person_in_charge", "summary", "open_points"], "starts_from": ["device", "room", "client"], "number_label": {"en": "Regular maintenance no.", "zh": "定期维护单编号"}}', '|client|technician|', 1795972681948, NULL),
	(3, 'conference-support', 1, '7fed938247a61bbe9daf95072ad0d5b17a4e69041bc7e8638b38e03506fb1cd0', '{"key": "conference-support", "step": [{"by": "technician", "name": "preparing", "label": {"en": "Before the meeting", "zh": "会前检查"}, "sections": ["meeting", "before"]}, {"by": "technician", "name": "meeting", "label": {"en": "During and after", "zh": "会中、会后"}, "sections": ["sites", "during", "after"]}, {"by": "client", "name": "organiser", "sign": {"en": "Organiser''s signature", "zh": "会议组织者签字"}, "label": {"en": "Organiser signs", "zh": "会议组织者签字"}, "consent": {"en": "By signing you confirm that you have read this record. Your name, your signature, the time of signing and details of the device you sign on are kept with the record as evidence.", "zh": "签字即表示您已阅读本记录。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本记录一并保存。", "version": "1"}, "sections": [], "returns_to": "meeting", "return_label": {"en": "Not as it was", "zh": "与实际不符"}}], "label": {"en": "Conference support", "zh": "会议保障记录"}, "opens": [{"form": "fault-report", "after": "preparing", "carry": {"symptom": "unsettled"}, "label": {"en": "Report a fault", "zh": "报修"}, "unsettled": true}], "order": 30, "number": "HY", "section": [{"name": "meeting", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "width": "half", "required": true}, {"from": "room.name", "name": "room_name", "type": "text", "label": {"en": "Room", "zh": "会议室"}, "width": "half", "required": true}, {"name": "notice_number", "type": "text", "label": {"en": "Notice (telegram) no.", "zh": "会议（电报）通知号"}, "width": "half", "required": {"video_conference": "yes"}}, {"name": "starts_at", "type": "datetime", "label": {"en": "Meeting begins", "zh": "会议时间"}, "means": "starts_at", "width": "half", "required": true}, {"name": "class", "type": "select_one", "label": {"en": "Class", "zh": "会议类别"}, "means": "class", "choices": [{"name": "normal", "label": {"en": "Ordinary", "zh": "普通"}}, {"name": "important", "label": {"en": "Important", "zh": "重要"}}, {"name": "secret", "label": {"en": "Secret", "zh": "涉密"}}], "required": true}, {"name": "subject", "type": "text", "label": {"en": "Subject", "zh": "会议名称"}, "means": "request", "relevant": {"class": ["normal", "important"]}}, {"hint": {"en": "A secret meeting by its code only, never its subject", "zh": "涉密会议只写代号，不写会议名称"}, "name": "meeting_code", "type": "text", "label": {"en": "Code of the meeting", "zh": "会议代号"}, "means": "summary", "relevant": {"class": "secret"}, "required": true}, {"name": "video_conference", "type": "yes_no", "label": {"en": "Video conference", "zh": "视频会议"}, "required": true}], "label": {"en": "Meeting", "zh": "会议"}, "layout": "grid"}, {"name": "before", "field": [{"no": "1", "name": "audio_ready", "type": "normal_or_handled", "label": {"en": "Audio: microphones, sound reinforcement", "zh": "音频：话筒、扩声"}, "required": true}, {"no": "2", "name": "video_ready", "type": "normal_or_handled", "label": {"en": "Video: displays, cameras, switching", "zh": "视频：显示、摄像、信号切换"}, "required": true}, {"no": "3", "name": "control_ready", "type": "normal_or_handled", "label": {"en": "Central control", "zh": "中控"}, "required": true}, {"no": "4", "name": "power_ready", "type": "normal_or_handled", "label": {"en": "Power", "zh": "电源"}, "required": true}, {"no": "5", "name": "network_ready", "type": "normal_or_handled", "label": {"en": "Network and video conference lines", "zh": "网络及视频会议线路"}, "required": true}], "label": {"en": "Before the meeting", "zh": "会前检查"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "What to check", "zh": "检查内容"}, {"en": "Result", "zh": "检查结果"}], "item_label": {"en": "Before", "zh": "会前"}}, {"name": "sites", "field": [{"name": "remote_sites", "type": "repeat", "field": [{"name": "site", "type": "text", "label": {"en": "Site", "zh": "分会场名称"}, "required": true}, {"name": "identity", "type": "select_one", "label": {"en": "Identity", "zh": "身份认证"}, "choices": [{"name": "checked", "label": {"en": "Checked", "zh": "已认证"}}, {"name": "not_checked", "label": {"en": "Not checked", "zh": "未认证"}}], "required": true}, {"name": "scope", "type": "select_one", "label": {"en": "Listening and viewing, per the notice", "zh": "收听/收视权限（按通知）"}, "choices": [{"name": "listen", "label": {"en": "Listening", "zh": "收听"}}, {"name": "view", "label": {"en": "Listening and viewing", "zh": "收听、收视"}}, {"name": "none", "label": {"en": "Not in the notice", "zh": "不在通知范围"}}], "required": true}, {"hint": {"en": "Not identified or not in the notice: not admitted, or by exception with its reason", "zh": "未认证或不在通知范围的，不准入，或按特殊情况准入并写明理由"}, "name": "admission", "type": "select_one", "label": {"en": "Admission", "zh": "准入/不准入"}, "choices": [{"name": "admitted", "label": {"en": "Admitted", "zh": "准入"}, "relevant": {"scope": ["listen", "view"], "identity": "checked"}}, {"name": "refused", "label": {"en": "Not admitted", "zh": "不准入"}}, {"name": "exception", "label": {"en": "Admitted by exception", "zh": "准入（特殊情况）"}}], "required": true}, {"name": "exception_reason", "type": "text", "label": {"en": "Reason for the exception", "zh": "特殊情况及理由"}, "relevant": {"admission": "exception"}, "required": true, "constraint": {"max_length": 500}}], "label": {"en": "Remote sites", "zh": "分会场"}, "required": true, "row_label": {"en": "Site", "zh": "分会场"}, "constraint": {"max": 200, "min": 1}}], "label": {"en": "Remote sites", "zh": "分会场"}, "layout": "rows", "relevant": {"video_conference": "yes"}}, {"name": "during", "field": [{"no": "6", "name": "running", "type": "normal_or_handled", "label": {"en": "The systems during the meeting", "zh": "会议期间系统运行"}, "required": true}], "label": {"en": "During", "zh": "会中"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "What to check", "zh": "检查内容"}, {"en": "Result", "zh": "检查结果"}], "item_label": {"en": "During", "zh": "会中"}}, {"name": "after", "field": [{"name": "meeting_ended_at", "type": "datetime", "label": {"en": "Meeting ended", "zh": "会议结束时间"}, "means": "departure", "width": "half", "required": true, "constraint": {"not_after": "now", "not_before": "starts_at"}}, {"name": "recorded", "type": "yes_no", "label": {"en": "Recordings were made", "zh": "有录音、录像"}, "width": "half", "required": true}, {"name": "kept_by", "type": "text", "label": {"en": "Recordings kept by", "zh": "录音、录像专人保管"}, "suggest": "client.contacts", "relevant": {"recorded": "yes"}, "required": true}, {"name": "remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}, "means": "remarks"}], "label": {"en": "After", "zh": "会后"}, "layout": "grid"}], "register": ["starts_at", "room_name", "notice_number", "class", "subject", "meeting_code", "meeting_ended_at"], "starts_from": ["room", "client"], "confidential": {"class": "secret"}, "number_label": {"en": "No.", "zh": "编号"}, "register_date": "starts_at"}', '|client|technician|', 1795972681964, NULL),
	(4, 'device-survey', 1, '4d08aa72b72797bfee2044312126366e77eba7459b767b23df949f90ffbfba7e', '{"key": "device-survey", "step": [{"by": "technician", "name": "survey", "label": {"en": "Survey", "zh": "勘测"}, "sections": ["place", "devices", "connections", "faults", "needs"]}, {"by": "dispatcher", "name": "registration", "label": {"en": "Into the register", "zh": "录入设备登记"}, "sections": ["register"], "returns_to": "survey", "takes_over": {"rows": "surveyed_devices", "when": {"taken_over": "yes"}}, "return_label": {"en": "Send back to be completed", "zh": "退回补充"}}], "label": {"en": "Site survey of equipment", "zh": "系统设备使用情况表"}, "order": 80, "number": "KC", "section": [{"name": "place", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"from": "room.name", "name": "room_name", "type": "text", "label": {"en": "Room", "zh": "会议室、机房"}}, {"from": "user.id", "name": "surveyor", "type": "user", "label": {"en": "Surveyed by", "zh": "勘测人"}, "means": "technician", "width": "half", "required": true, "constraint": {"roles": ["technician"]}}, {"from": "today", "name": "surveyed_on", "type": "date", "label": {"en": "Date of the survey", "zh": "勘测日期"}, "width": "half", "required": true, "constraint": {"not_after": "now"}}], "label": {"en": "Place", "zh": "勘测地点"}, "layout": "grid"}, {"name": "devices", "field": [{"from": "room.devices", "name": "surveyed_devices", "type": "repeat", "field": [{"from": "device.label", "name": "label_code", "type": "text", "label": {"en": "Code on the label", "zh": "标签编码"}, "read_only": true}, {"from": "device.name", "name": "device_name", "type": "text", "label": {"en": "Name", "zh": "名称"}, "required": true, "constraint": {"max_length": 120}}, {"from": "device.brand", "name": "brand", "type": "text", "label": {"en": "Brand", "zh": "品牌"}, "width": "half", "constraint": {"max_length": 60}}, {"from": "device.model", "name": "model", "type": "text", "label": {"en": "Model", "zh": "型号"}, "width": "half", "constraint": {"max_length": 120}}, {"from": "device.manufacturer", "name": "manufacturer", "type": "text", "label": {"en": "Manufacturer", "zh": "厂家"}, "width": "half", "constraint": {"max_length": 120}}, {"from": "device.manufacturer_phone", "name": "manufacturer_phone", "type": "phone", "label": {"en": "Manufacturer''s contact", "zh": "厂家联系方式"}, "width": "half"}, {"from": "device.years", "name": "years", "type": "integer", "label": {"en": "Years in use", "zh": "使用年限（年）"}, "width": "half", "constraint": {"max": 80}}, {"from": "device.category", "name": "category", "type": "select_one", "label": {"en": "Type", "zh": "类型"}, "width": "half", "choices": [{"name": "microphone", "label": {"en": "Microphone, conference unit", "zh": "话筒、会议单元"}}, {"name": "mixer", "label": {"en": "Mixing console", "zh": "调音台"}}, {"name": "processor", "label": {"en": "Audio processor", "zh": "音频处理器"}}, {"name": "amplifier", "label": {"en": "Power amplifier", "zh": "功放"}}, {"name": "speaker", "label": {"en": "Loudspeaker", "zh": "音箱"}}, {"name": "camera", "label": {"en": "Camera", "zh": "摄像机"}}, {"name": "codec", "label": {"en": "Video conferencing endpoint", "zh": "视频会议终端"}}, {"name": "projector", "label": {"en": "Projector", "zh": "投影机"}}, {"name": "display", "label": {"en": "Display", "zh": "显示器"}}, {"name": "led_wall", "label": {"en": "LED wall", "zh": "LED 屏"}}, {"name": "matrix", "label": {"en": "Matrix, switcher", "zh": "矩阵、切换器"}}, {"name": "control", "label": {"en": "Central control", "zh": "中央控制"}}, {"name": "player", "label": {"en": "Player", "zh": "播放设备"}}, {"name": "recorder", "label": {"en": "Recorder", "zh": "录播、录音"}}, {"name": "server", "label": {"en": "Server, computer", "zh": "服务器、计算机"}}, {"name": "network", "label": {"en": "Network device", "zh": "网络设备"}}, {"name": "power", "label": {"en": "Power supply, sequencer", "zh": "电源、时序器"}}, {"name": "other", "label": {"en": "Other", "zh": "其他"}}], "required": true}, {"from": "device.interfaces", "hint": {"en": "For example: HDMI 8 in, 8 out", "zh": "例如：HDMI 入 8、出 8"}, "name": "interfaces", "type": "text", "label": {"en": "Interfaces", "zh": "接口"}, "constraint": {"max_length": 1000}}, {"from": "device.spare_interfaces", "name": "spare_interfaces", "type": "text", "label": {"en": "Spare interfaces", "zh": "剩余接口"}, "constraint": {"max_length": 1000}}], "label": {"en": "Devices", "zh": "系统设备"}, "required": true, "row_label": {"en": "Device", "zh": "设备"}, "constraint": {"max": 200, "min": 1}}], "label": {"en": "Devices", "zh": "设备"}, "layout": "rows"}, {"name": "connections", "field": [{"name": "audio_diagram", "type": "photos", "label": {"en": "Audio", "zh": "音频"}}, {"name": "video_diagram", "type": "photos", "label": {"en": "Video", "zh": "视频"}}, {"name": "control_diagram", "type": "photos", "label": {"en": "Central control", "zh": "中控"}}, {"name": "power_diagram", "type": "photos", "label": {"en": "Power", "zh": "电源"}}, {"name": "network_diagram", "type": "photos", "label": {"en": "Network", "zh": "网络"}}], "label": {"en": "Connection diagrams", "zh": "系统连接图"}, "layout": "rows"}, {"name": "faults", "field": [{"name": "fault_counts", "type": "repeat", "field": [{"name": "fault_kind", "type": "select_one", "label": {"en": "Fault class", "zh": "故障类别"}, "choices": [{"name": "device", "label": {"en": "Device", "zh": "设备故障"}}, {"name": "lines", "label": {"en": "Lines and interfaces", "zh": "线路及接口"}}, {"name": "power", "label": {"en": "Power", "zh": "电源"}}, {"name": "software", "label": {"en": "Drivers and software", "zh": "驱动及软件"}}, {"name": "network", "label": {"en": "Network", "zh": "网络"}}, {"name": "operation", "label": {"en": "Operation", "zh": "操作使用"}}, {"name": "other", "label": {"en": "Other", "zh": "其他"}}], "required": true}, {"name": "times", "type": "integer", "label": {"en": "How many times", "zh": "次数"}, "required": true, "constraint": {"max": 9999, "min": 1}}], "label": {"en": "Faults from construction until now", "zh": "自建设至今的故障"}, "row_label": {"en": "Fault", "zh": "故障"}}, {"hint": {"en": "Which devices, lines or ways of use", "zh": "哪些设备、线路或使用方式"}, "name": "fault_focus", "type": "long_text", "label": {"en": "What the faults cluster on", "zh": "故障集中在"}}], "label": {"en": "Faults", "zh": "系统故障点"}, "layout": "rows"}, {"name": "needs", "field": [{"name": "functions_needed", "type": "long_text", "label": {"en": "Functions the user needs", "zh": "用户需求功能"}}, {"name": "usual_modes", "type": "long_text", "label": {"en": "Usual modes", "zh": "常用功能模式"}}], "label": {"en": "What the user needs", "zh": "用户需求"}, "layout": "rows"}, {"name": "register", "field": [{"hint": {"en": "With “Yes” the register is changed as the survey says when this is handed in.", "zh": "选“是”，提交后设备登记就按勘测结果更改。"}, "name": "taken_over", "type": "yes_no", "label": {"en": "Take into the register", "zh": "录入设备登记"}, "required": true}, {"name": "register_remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "登记说明"}, "required": {"taken_over": "no"}}], "label": {"en": "Device register", "zh": "设备登记"}, "layout": "rows"}], "register": ["surveyed_on", "room_name", "surveyor", "taken_over"], "starts_from": ["room", "client"], "number_label": {"en": "No.", "zh": "编号"}}', '|dispatcher|technician|', 1795972681967, NULL),
	(5, 'document-receipt', 1, 'a5c843b579e599be4099bb076f185e8ce10ff7db5d3a385dbfdafe934d68de72', '{"key": "document-receipt", "step": [{"by": "anyone", "name": "handing_out", "label": {"en": "Sending", "zh": "发出"}, "sections": ["sending"]}, {"by": "assignee", "name": "receipt", "label": {"en": "Receipt and reply", "zh": "签收与回复"}, "deemed": {"by": "reply_by", "en": "No reply by the date: counts as fully accepted", "zh": "到期未回复，视为已完全接受"}, "assignee": "recipient", "sections": ["receipt"]}], "label": {"en": "Receipt of company papers and goods", "zh": "文件、物品签收"}, "opens": [{"form": "approval-request", "after": "receipt", "carry": {"asked_for": "sent_item", "asked_why": "reply_text"}, "given": {"request_kind": "exception"}, "label": {"en": "Ask for approval", "zh": "写请示"}, "relevant": {"reply": "exception"}, "by_itself": true}], "order": 130, "number": "SH", "section": [{"name": "sending", "field": [{"name": "item_kind", "type": "select_one", "label": {"en": "Paper or goods", "zh": "文件/物品"}, "choices": [{"name": "document", "label": {"en": "Paper", "zh": "文件"}}, {"name": "goods", "label": {"en": "Goods", "zh": "物品"}}], "required": true}, {"name": "sent_item", "type": "text", "label": {"en": "What, how many", "zh": "名称、数量"}, "means": "request", "required": true}, {"name": "recipient", "type": "user", "label": {"en": "Recipient", "zh": "签收人"}, "means": "assignee", "width": "half", "required": true}, {"from": "today", "name": "sent_on", "type": "date", "label": {"en": "Sent on", "zh": "发出日期"}, "width": "half", "required": true, "constraint": {"not_after": "now"}}, {"hint": {"en": "No reply by the date: counts as fully accepted", "zh": "到期未回复，视为已完全接受"}, "name": "reply_by", "type": "date", "label": {"en": "Reply by", "zh": "回复期限"}, "means": "due", "width": "half", "required": true, "constraint": {"not_before": "now"}}, {"name": "sent_photos", "type": "photos", "label": {"en": "Photos", "zh": "文件、物品照片"}, "means": "photos"}], "label": {"en": "Sent", "zh": "发出"}, "layout": "grid"}, {"name": "receipt", "field": [{"from": "now", "name": "received_at", "type": "datetime", "label": {"en": "Received at", "zh": "收到时间"}, "required": true, "constraint": {"not_after": "now"}}, {"name": "condition", "type": "select_one", "label": {"en": "Condition", "zh": "收到时的状况"}, "choices": [{"name": "complete", "label": {"en": "Complete and undamaged", "zh": "完好、齐全"}}, {"name": "defective", "label": {"en": "Damaged or incomplete", "zh": "有损坏或缺少"}}], "required": true}, {"name": "defect", "type": "long_text", "label": {"en": "What is damaged or missing", "zh": "损坏或缺少之处"}, "relevant": {"condition": "defective"}, "required": true}, {"name": "reply", "type": "select_one", "label": {"en": "Reply", "zh": "回复"}, "choices": [{"name": "accepted", "label": {"en": "Fully accepted", "zh": "完全接受"}}, {"name": "exception", "label": {"en": "Special case, asks for approval", "zh": "特殊情况，请求批复"}}], "required": true}, {"name": "reply_text", "type": "long_text", "label": {"en": "Reply in words", "zh": "回复内容"}, "required": {"reply": "exception"}}, {"name": "receiver_signature", "type": "signature", "label": {"en": "Recipient''s signature", "zh": "签收人签字"}, "required": true}], "label": {"en": "Receipt and reply", "zh": "签收与回复"}, "layout": "rows"}], "personal": true, "register": ["sent_on", "item_kind", "sent_item", "recipient", "reply_by", "received_at", "reply"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true}', '|anyone|assignee|', 1795972681977, NULL),
	(6, 'fault-report', 1, '771facb0880b7d3733c013b6bd36bfb648c7f296c5f85de4110a77a4180c1288', '{"key": "fault-report", "step": [{"by": "anyone", "name": "report", "label": {"en": "Report a fault", "zh": "报修"}, "sections": ["report"]}, {"by": "technician", "name": "checks", "label": {"en": "Checks", "zh": "故障排查"}, "moves": {"kind": "fitted", "rows": "parts_used"}, "sections": ["checks", "outcome"]}, {"by": "dispatcher", "name": "dispatch", "label": {"en": "Dispatch", "zh": "调度"}, "relevant": {"outcome": ["engineer", "manufacturer", "spare_part", "manufacturer_parts"]}, "sections": ["dispatch"]}, {"by": "assignee", "name": "repair", "label": {"en": "Repair", "zh": "维修"}, "moves": {"kind": "fitted", "rows": "repair_parts_used"}, "else_by": "technician", "assignee": "assigned_engineer", "relevant": {"outcome": ["engineer", "manufacturer", "spare_part", "manufacturer_parts"]}, "sections": ["repair"], "returns_to": "dispatch", "return_label": {"en": "Cannot be repaired: back to the dispatcher", "zh": "修不了，退回调度"}}, {"by": "technician", "name": "review", "label": {"en": "Review", "zh": "审核"}, "else_by": "dispatcher", "relevant": {"outcome": ["engineer", "manufacturer", "spare_part", "manufacturer_parts"]}, "sections": ["review"], "other_than": ["repair"], "returns_to": "repair", "return_label": {"en": "Send back to be completed", "zh": "退回补充"}}, {"by": "technician", "name": "acceptance", "label": {"en": "Client''s acceptance", "zh": "客户验收"}, "sections": []}], "label": {"en": "Fault report", "zh": "故障报修与排除"}, "opens": [{"form": "parts-issue", "after": "checks", "carry": {"used_for": "summary", "for_devices": "faulty_devices"}, "given": {"owned_by": "company", "issue_kind": "part"}, "label": {"en": "Draw the spare part", "zh": "领用备件"}, "relevant": {"outcome": "spare_part"}}, {"form": "parts-issue", "after": "dispatch", "carry": {"used_for": "summary", "for_devices": "faulty_devices"}, "given": {"owned_by": "company", "issue_kind": "part"}, "label": {"en": "Draw the spare part", "zh": "领用备件"}, "relevant": {"route": "spare_part", "outcome": ["engineer", "manufacturer", "manufacturer_parts"]}}, {"form": "service-contact", "after": "checks", "carry": {"request": "symptom", "solution": "remedy", "serviced_devices": "faulty_devices"}, "label": {"en": "Client''s acceptance", "zh": "请客户验收"}, "relevant": {"outcome": "solved"}, "completes": "acceptance", "completed_if": {"result": "completed"}}, {"form": "service-contact", "after": "review", "carry": {"request": "symptom", "solution": "repair_remedy", "serviced_devices": "faulty_devices"}, "label": {"en": "Client''s acceptance", "zh": "请客户验收"}, "relevant": {"outcome": ["engineer", "manufacturer", "spare_part", "manufacturer_parts"]}, "completes": "acceptance", "completed_if": {"result": "completed"}}], "order": 3, "number": "GZ", "public": true, "section": [{"name": "report", "field": [{"from": "device.code", "name": "faulty_devices", "type": "devices", "label": {"en": "Devices", "zh": "设备"}, "means": "devices"}, {"hint": {"en": "For example: the projector shows no picture, the microphone is noisy", "zh": "例如：投影机没有图像，话筒有杂音"}, "name": "symptom", "type": "long_text", "label": {"en": "Symptom", "zh": "故障现象"}, "means": "symptom", "required": true}, {"name": "since", "type": "datetime", "label": {"en": "Since when", "zh": "何时开始"}, "means": "since", "constraint": {"not_after": "now"}}, {"name": "urgency", "type": "select_one", "label": {"en": "Urgency", "zh": "紧急程度"}, "means": "urgency", "choices": [{"name": "normal", "label": {"en": "Normal", "zh": "一般"}}, {"name": "urgent", "label": {"en": "Urgent", "zh": "紧急"}}, {"name": "meeting", "label": {"en": "Affects a meeting", "zh": "影响会议"}}], "required": true}, {"from": "user.full_name", "name": "reporter", "type": "text", "label": {"en": "Reported by", "zh": "报修人"}, "means": "reporter", "width": "half"}, {"from": "user.phone", "hint": {"en": "Landline or mobile", "zh": "座机或手机"}, "name": "reporter_phone", "type": "phone", "label": {"en": "Reporter''s telephone", "zh": "报修人电话"}, "means": "reporter_phone", "width": "half"}, {"name": "fault_photos", "type": "photos", "label": {"en": "Photos of the fault", "zh": "故障照片"}, "means": "photos"}], "label": {"en": "Report", "zh": "报修"}, "layout": "rows"}, {"name": "checks", "field": [{"name": "lines_and_interfaces", "type": "select_one", "label": {"en": "Check lines and interfaces", "zh": "检查线路及接口"}, "choices": [{"name": "normal", "label": {"en": "Normal", "zh": "正常"}}, {"name": "abnormal", "label": {"en": "Abnormal", "zh": "异常"}}, {"name": "not_applicable", "label": {"en": "Not applicable", "zh": "不适用"}}], "required": true}, {"name": "lines_and_interfaces_note", "type": "long_text", "label": {"en": "What is wrong with lines and interfaces", "zh": "线路及接口异常说明"}, "relevant": {"lines_and_interfaces": "abnormal"}, "required": true}, {"name": "indicator_lights", "type": "select_one", "label": {"en": "Check that the indicator lights and power of the hardware are normal", "zh": "检查设备硬件各指示灯及电源是否正常"}, "choices": [{"name": "normal", "label": {"en": "Normal", "zh": "正常"}}, {"name": "abnormal", "label": {"en": "Abnormal", "zh": "异常"}}, {"name": "not_applicable", "label": {"en": "Not applicable", "zh": "不适用"}}], "required": true}, {"name": "indicator_lights_note", "type": "long_text", "label": {"en": "What is wrong with indicator lights and power", "zh": "指示灯及电源异常说明"}, "relevant": {"indicator_lights": "abnormal"}, "required": true}, {"name": "drivers_and_software", "type": "select_one", "label": {"en": "If there is software, check that drivers and software are normal", "zh": "如果存在软件检查驱动及软件是否正常"}, "choices": [{"name": "normal", "label": {"en": "Normal", "zh": "正常"}}, {"name": "abnormal", "label": {"en": "Abnormal", "zh": "异常"}}, {"name": "not_applicable", "label": {"en": "Not applicable", "zh": "不适用"}}], "required": true}, {"name": "drivers_and_software_note", "type": "long_text", "label": {"en": "What is wrong with drivers and software", "zh": "驱动及软件异常说明"}, "relevant": {"drivers_and_software": "abnormal"}, "required": true}], "label": {"en": "Checks", "zh": "故障排查"}, "layout": "rows"}, {"name": "outcome", "field": [{"name": "outcome", "type": "select_one", "label": {"en": "Outcome", "zh": "故障排除"}, "means": "outcome", "choices": [{"name": "solved", "label": {"en": "Solved on site", "zh": "现场解决"}}, {"name": "engineer", "label": {"en": "Send an engineer", "zh": "指派专业的工程师"}}, {"name": "manufacturer", "label": {"en": "Manufacturer", "zh": "设备厂家"}}, {"name": "spare_part", "label": {"en": "Spare part from stock", "zh": "备件调用"}}, {"name": "manufacturer_parts", "label": {"en": "Manufacturer sends parts", "zh": "厂家发配件"}}], "required": true}, {"name": "fault_class", "type": "select_one", "label": {"en": "Fault class", "zh": "故障类别"}, "means": "fault_class", "choices": [{"name": "device", "label": {"en": "Device", "zh": "设备故障"}}, {"name": "lines", "label": {"en": "Lines and interfaces", "zh": "线路及接口"}}, {"name": "power", "label": {"en": "Power", "zh": "电源"}}, {"name": "software", "label": {"en": "Drivers and software", "zh": "驱动及软件"}}, {"name": "network", "label": {"en": "Network", "zh": "网络"}}, {"name": "operation", "label": {"en": "Operation", "zh": "操作使用"}}, {"name": "other", "label": {"en": "Other", "zh": "其他"}}, {"name": "undetermined", "label": {"en": "Not yet known", "zh": "待查"}}], "required": true}, {"hint": {"en": "If it is not solved: what was done for the time being", "zh": "没有解决时，写临时处理"}, "name": "remedy", "type": "long_text", "label": {"en": "Remedy", "zh": "处理方法"}, "means": "remedy", "required": {"outcome": "solved"}}, {"name": "minutes", "type": "integer", "label": {"en": "Time spent (minutes)", "zh": "用时（分钟）"}, "means": "minutes", "width": "half", "required": {"outcome": "solved"}, "constraint": {"max": 10000, "min": 0}}, {"name": "parts_used", "type": "repeat", "field": [{"name": "part", "type": "part", "label": {"en": "Name or code", "zh": "名称或编码"}, "required": true}, {"name": "quantity", "type": "integer", "label": {"en": "Quantity", "zh": "数量"}, "width": "half", "required": true, "constraint": {"max": 9999, "min": 1}}, {"name": "unit_price", "type": "decimal", "label": {"en": "Unit price (CNY)", "zh": "单价（元）"}, "width": "half", "constraint": {"min": 0}}], "label": {"en": "Parts used", "zh": "使用配件"}, "means": "parts", "row_label": {"en": "Part", "zh": "配件"}}, {"hint": {"en": "Parts included", "zh": "含配件"}, "name": "cost", "type": "decimal", "label": {"en": "Cost (CNY)", "zh": "费用（元）"}, "means": "cost", "width": "half", "constraint": {"min": 0}}, {"name": "outcome_remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}, "means": "remarks"}], "label": {"en": "Outcome", "zh": "故障排除"}, "layout": "rows"}, {"name": "dispatch", "field": [{"from": "answer.outcome", "name": "route", "type": "select_one", "label": {"en": "What is to be done", "zh": "处理方式"}, "means": "outcome", "choices": [{"name": "engineer", "label": {"en": "Send an engineer", "zh": "指派专业的工程师"}}, {"name": "manufacturer", "label": {"en": "Manufacturer", "zh": "设备厂家"}}, {"name": "spare_part", "label": {"en": "Spare part from stock", "zh": "备件调用"}}, {"name": "manufacturer_parts", "label": {"en": "Manufacturer sends parts", "zh": "厂家发配件"}}], "required": true}, {"hint": {"en": "For the manufacturer''s visit or a spare part it may stay open: the client''s technicians record the repair", "zh": "厂家上门或换备件可以不指派：由驻场技术员登记维修"}, "name": "assigned_engineer", "type": "user", "label": {"en": "Assigned engineer", "zh": "指派工程师"}, "means": "assignee", "required": {"route": "engineer"}, "constraint": {"roles": ["technician"]}}, {"name": "manufacturer_contacted", "type": "yes_no", "label": {"en": "Manufacturer contacted", "zh": "已联系设备厂家"}, "relevant": {"route": ["manufacturer", "manufacturer_parts"]}, "required": true}, {"from": "device.manufacturer_phone", "name": "manufacturer_contact", "type": "text", "label": {"en": "Manufacturer''s contact and telephone", "zh": "厂家联系人、电话"}, "relevant": {"manufacturer_contacted": "yes"}}, {"name": "manufacturer_reply", "type": "long_text", "label": {"en": "Manufacturer''s reply", "zh": "厂家答复"}, "relevant": {"manufacturer_contacted": "yes"}, "required": true}, {"hint": {"en": "When the engineer, the manufacturer or the parts will be there", "zh": "工程师、厂家或配件何时到"}, "name": "expected_date", "type": "date", "label": {"en": "Expected date", "zh": "预计日期"}, "means": "due"}, {"name": "instructions", "type": "long_text", "label": {"en": "Instructions", "zh": "调度说明"}}], "label": {"en": "Dispatch", "zh": "调度"}, "layout": "rows"}, {"name": "repair", "field": [{"name": "repair_fault_class", "type": "select_one", "label": {"en": "Fault class", "zh": "故障类别"}, "means": "fault_class", "choices": [{"name": "device", "label": {"en": "Device", "zh": "设备故障"}}, {"name": "lines", "label": {"en": "Lines and interfaces", "zh": "线路及接口"}}, {"name": "power", "label": {"en": "Power", "zh": "电源"}}, {"name": "software", "label": {"en": "Drivers and software", "zh": "驱动及软件"}}, {"name": "network", "label": {"en": "Network", "zh": "网络"}}, {"name": "operation", "label": {"en": "Operation", "zh": "操作使用"}}, {"name": "other", "label": {"en": "Other", "zh": "其他"}}], "relevant": {"fault_class": "undetermined"}, "required": true}, {"name": "repair_remedy", "type": "long_text", "label": {"en": "Remedy", "zh": "处理方法"}, "means": "remedy", "required": true}, {"name": "repair_minutes", "type": "integer", "label": {"en": "Time spent (minutes)", "zh": "用时（分钟）"}, "means": "minutes", "width": "half", "required": true, "constraint": {"max": 10000, "min": 0}}, {"name": "repair_parts_used", "type": "repeat", "field": [{"name": "part", "type": "part", "label": {"en": "Name or code", "zh": "名称或编码"}, "required": true}, {"name": "quantity", "type": "integer", "label": {"en": "Quantity", "zh": "数量"}, "width": "half", "required": true, "constraint": {"max": 9999, "min": 1}}, {"name": "unit_price", "type": "decimal", "label": {"en": "Unit price (CNY)", "zh": "单价（元）"}, "width": "half", "constraint": {"min": 0}}], "label": {"en": "Parts used", "zh": "使用配件"}, "means": "parts", "row_label": {"en": "Part", "zh": "配件"}}, {"hint": {"en": "Parts included", "zh": "含配件"}, "name": "repair_cost", "type": "decimal", "label": {"en": "Cost (CNY)", "zh": "费用（元）"}, "means": "cost", "width": "half", "required": true, "constraint": {"min": 0}}, {"name": "repair_photos", "type": "photos", "label": {"en": "Photos of the repair", "zh": "维修照片"}, "means": "photos"}], "label": {"en": "Repair", "zh": "维修"}, "layout": "rows"}, {"name": "review", "field": [{"name": "record_ok", "type": "yes_no", "label": {"en": "The repair record is correct", "zh": "维修记录属实"}, "required": true}, {"name": "cost_ok", "type": "yes_no", "label": {"en": "The cost is reasonable", "zh": "维修费用合理"}, "required": true}, {"name": "cost_remark", "type": "long_text", "label": {"en": "What is wrong with the cost", "zh": "费用不合理之处"}, "relevant": {"cost_ok": "no"}, "required": true}, {"name": "review_remark", "type": "long_text", "label": {"en": "Remark", "zh": "审核意见"}, "required": {"record_ok": "no"}}], "label": {"en": "Review of record and cost", "zh": "审核维修记录、维修费用"}, "layout": "rows"}], "register": ["faulty_devices", "symptom", "urgency", "reporter", "outcome", "fault_class"], "starts_from": ["device", "room", "client"], "number_label": {"en": "No.", "zh": "编号"}}', '|anyone|assignee|dispatcher|technician|', 1795972681981, NULL),
	(7, 'handover', 1, 'd53d1f802911698614b900423f512461439edb947c33bf0aae980413491865e0', '{"key": "handover", "step": [{"by": "technician", "name": "listing", "label": {"en": "List", "zh": "列清单"}, "sections": ["head", "documents"]}, {"by": "client", "name": "giving", "sign": {"en": "Handed over by", "zh": "移交人"}, "label": {"en": "Hand-over", "zh": "移交"}, "consent": {"en": "By signing you confirm that you handed over the documents as listed. Your name, your signature, the time of signing and details of the device you sign on are kept with the list as evidence.", "zh": "签字即表示您已按本清单移交资料。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本清单一并保存。", "version": "1"}, "sections": [], "returns_to": "listing", "return_label": {"en": "Not as handed over", "zh": "与实际不符"}}, {"by": "technician", "name": "receiving", "label": {"en": "Receipt", "zh": "接收"}, "sections": ["reception"]}, {"by": "dispatcher", "name": "filing", "label": {"en": "Filing", "zh": "归档"}, "sections": ["filing"]}], "label": {"en": "Hand-over of documents", "zh": "用户移交资料清单"}, "order": 90, "number": "YJ", "section": [{"name": "head", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"from": "client.contact", "name": "contact", "type": "text", "label": {"en": "Contact person", "zh": "联系人"}, "means": "contact", "width": "half", "suggest": "client.contacts"}, {"from": "today", "name": "handed_over_on", "type": "date", "label": {"en": "Date of hand-over", "zh": "移交日期"}, "width": "half", "required": true, "constraint": {"not_after": "now"}}], "label": {"en": "Hand-over", "zh": "移交"}, "layout": "grid"}, {"name": "documents", "field": [{"name": "equipment_list", "type": "select_one", "label": {"en": "Equipment list, with later changes and additions", "zh": "原设备建设清单及系统更改增加清单"}, "choices": [{"name": "received", "label": {"en": "Received", "zh": "已收到"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺少"}}, {"name": "not_existing", "label": {"en": "Does not exist", "zh": "没有此资料"}}], "required": true}, {"name": "equipment_list_file", "type": "photos", "label": {"en": "Equipment list, with later changes and additions: photos", "zh": "原设备建设清单及系统更改增加清单：资料照片"}, "relevant": {"equipment_list": "received"}}, {"name": "equipment_list_document", "type": "documents", "label": {"en": "Equipment list, with later changes and additions: files (PDF)", "zh": "原设备建设清单及系统更改增加清单：电子版（PDF）"}, "relevant": {"equipment_list": "received"}}, {"name": "construction_drawings", "type": "select_one", "label": {"en": "Construction drawings, with those of altered cabling", "zh": "施工图纸及线路改造附图"}, "choices": [{"name": "received", "label": {"en": "Received", "zh": "已收到"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺少"}}, {"name": "not_existing", "label": {"en": "Does not exist", "zh": "没有此资料"}}], "required": true}, {"name": "construction_drawings_file", "type": "photos", "label": {"en": "Construction drawings, with those of altered cabling: photos", "zh": "施工图纸及线路改造附图：资料照片"}, "relevant": {"construction_drawings": "received"}}, {"name": "construction_drawings_document", "type": "documents", "label": {"en": "Construction drawings, with those of altered cabling: files (PDF)", "zh": "施工图纸及线路改造附图：电子版（PDF）"}, "relevant": {"construction_drawings": "received"}}, {"name": "as_built_drawings", "type": "select_one", "label": {"en": "As-built drawings", "zh": "竣工图纸"}, "choices": [{"name": "received", "label": {"en": "Received", "zh": "已收到"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺少"}}, {"name": "not_existing", "label": {"en": "Does not exist", "zh": "没有此资料"}}], "required": true}, {"name": "as_built_drawings_file", "type": "photos", "label": {"en": "As-built drawings: photos", "zh": "竣工图纸：资料照片"}, "relevant": {"as_built_drawings": "received"}}, {"name": "as_built_drawings_document", "type": "documents", "label": {"en": "As-built drawings: files (PDF)", "zh": "竣工图纸：电子版（PDF）"}, "relevant": {"as_built_drawings": "received"}}, {"name": "manuals", "type": "select_one", "label": {"en": "Operating manuals (paper, electronic)", "zh": "操作手册（文本、电子版）"}, "choices": [{"name": "received", "label": {"en": "Received", "zh": "已收到"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺少"}}, {"name": "not_existing", "label": {"en": "Does not exist", "zh": "没有此资料"}}], "required": true}, {"name": "manuals_file", "type": "photos", "label": {"en": "Operating manuals (paper, electronic): photos", "zh": "操作手册（文本、电子版）：资料照片"}, "relevant": {"manuals": "received"}}, {"name": "manuals_document", "type": "documents", "label": {"en": "Operating manuals (paper, electronic): files (PDF)", "zh": "操作手册（文本、电子版）：电子版（PDF）"}, "relevant": {"manuals": "received"}}, {"name": "contact_register", "type": "select_one", "label": {"en": "Contact register of the service team and the users", "zh": "服务小组用户通讯记录表"}, "choices": [{"name": "received", "label": {"en": "Received", "zh": "已收到"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺少"}}, {"name": "not_existing", "label": {"en": "Does not exist", "zh": "没有此资料"}}], "required": true}, {"name": "contact_register_file", "type": "photos", "label": {"en": "Contact register of the service team and the users: photos", "zh": "服务小组用户通讯记录表：资料照片"}, "relevant": {"contact_register": "received"}}, {"name": "contact_register_document", "type": "documents", "label": {"en": "Contact register of the service team and the users: files (PDF)", "zh": "服务小组用户通讯记录表：电子版（PDF）"}, "relevant": {"contact_register": "received"}}, {"hint": {"en": "When missing documents will follow; what is incomplete", "zh": "缺少的资料何时补交，有哪些不全"}, "name": "remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}, "means": "summary"}], "label": {"en": "Documents", "zh": "移交资料"}, "layout": "rows"}, {"name": "reception", "field": [{"name": "receiver_signature", "type": "signature", "label": {"en": "Received by", "zh": "接收人"}, "required": true}], "label": {"en": "Received", "zh": "接收"}, "layout": "rows"}, {"name": "filing", "field": [{"hint": {"en": "For example: company cabinet A-12, document library", "zh": "例如：公司档案柜 A-12，资料库"}, "name": "kept_at", "type": "text", "label": {"en": "Where it is kept", "zh": "存放处"}, "required": true}], "label": {"en": "Filed", "zh": "归档"}, "layout": "rows"}], "register": ["handed_over_on", "equipment_list", "construction_drawings", "as_built_drawings", "manuals", "contact_register", "kept_at"], "starts_from": ["client"], "number_label": {"en": "No.", "zh": "编号"}}', '|client|dispatcher|technician|', 1795972681983, NULL),
	(8, 'machine-room-visit', 1, '559d8df896a54427cd8a4b5578c9620b2cacacf6b8b0cfb4ed94581397b6d707', '{"key": "machine-room-visit", "step": [{"by": "technician", "name": "request", "label": {"en": "Visitor", "zh": "来访登记"}, "sections": ["visit"]}, {"by": "client_lead", "name": "approval", "sign": {"en": "Lead''s signature", "zh": "主管领导签字"}, "label": {"en": "Approval by the lead", "zh": "主管领导批准"}, "consent": {"en": "By signing you take the decision above on this visit. Your name, your signature, the time of signing and details of the device you sign on are kept with the entry as evidence.", "zh": "签字即表示您对这次来访作出以上决定。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本登记一并保存。", "version": "1"}, "sections": ["approval"]}, {"by": "technician", "name": "entering", "label": {"en": "In", "zh": "进入"}, "relevant": {"decision": "approved"}, "sections": ["entry"]}, {"by": "technician", "name": "going_out", "label": {"en": "Out", "zh": "离开"}, "relevant": {"decision": "approved"}, "sections": ["exit"]}], "label": {"en": "Control-room visitor", "zh": "会议音控机房来访登记"}, "order": 20, "number": "LF", "section": [{"name": "visit", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "width": "half", "required": true}, {"from": "room.name", "name": "room_name", "type": "text", "label": {"en": "Control room", "zh": "机房"}, "width": "half", "required": true}, {"name": "visitor", "type": "text", "label": {"en": "Visitor", "zh": "来访人"}, "means": "visitor", "width": "half", "required": true}, {"name": "organisation", "type": "text", "label": {"en": "Organisation", "zh": "来访单位"}, "width": "half", "required": true}, {"name": "purpose", "type": "text", "label": {"en": "Purpose", "zh": "来访事由"}, "means": "request", "required": true}, {"from": "room.meeting", "name": "meeting", "type": "select_one", "label": {"en": "Meeting going on", "zh": "正在进行的会议"}, "choices": [{"name": "none", "label": {"en": "None", "zh": "没有会议"}}, {"name": "normal", "label": {"en": "Ordinary", "zh": "普通"}}, {"name": "important", "label": {"en": "Important", "zh": "重要"}}, {"name": "secret", "label": {"en": "Secret", "zh": "涉密"}}], "required": true}, {"hint": {"en": "During a secret or important meeting only room keepers and on-site technicians enter", "zh": "涉密、重要会议期间只有机房管理人员和驻场人员可以进入"}, "name": "visitor_is", "type": "select_one", "label": {"en": "The visitor is", "zh": "来访人身份"}, "choices": [{"name": "room_keeper", "label": {"en": "Room keeper", "zh": "机房管理人员"}}, {"name": "resident", "label": {"en": "On-site technician", "zh": "驻场人员"}}, {"name": "other", "label": {"en": "Somebody else (special case)", "zh": "其他人员（特殊情况）"}}], "relevant": {"meeting": ["important", "secret"]}, "required": true}, {"name": "special_case", "type": "long_text", "label": {"en": "Special case and reason", "zh": "特殊情况及理由"}, "relevant": {"visitor_is": "other"}, "required": true}], "label": {"en": "Visit", "zh": "来访"}, "layout": "grid"}, {"name": "approval", "field": [{"name": "decision", "type": "select_one", "label": {"en": "Decision", "zh": "是否批准"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved", "zh": "批准"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不批准"}}], "required": true}, {"name": "decision_remark", "type": "long_text", "label": {"en": "Remark", "zh": "意见"}, "required": {"decision": "declined"}}], "label": {"en": "Approval by the lead", "zh": "主管领导批准"}, "layout": "rows"}, {"name": "entry", "field": [{"from": "now", "name": "entered_at", "type": "datetime", "label": {"en": "In", "zh": "进入时间"}, "means": "arrival", "width": "half", "required": true, "constraint": {"not_after": "now"}}, {"from": "user.full_name", "name": "watched_by", "type": "text", "label": {"en": "Watched by", "zh": "监督人"}, "width": "half", "suggest": "client.contacts", "required": true}], "label": {"en": "In", "zh": "进入"}, "layout": "grid"}, {"name": "exit", "field": [{"from": "now", "name": "left_at", "type": "datetime", "label": {"en": "Out", "zh": "离开时间"}, "means": "departure", "width": "half", "required": true, "constraint": {"not_after": "now", "not_before": "entered_at"}}, {"name": "visit_remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}}], "label": {"en": "Out", "zh": "离开"}, "layout": "grid"}], "register": ["visitor", "organisation", "purpose", "decision", "watched_by", "entered_at", "left_at"], "starts_from": ["room", "device", "client"], "confidential": {"meeting": "secret"}, "number_label": {"en": "No.", "zh": "编号"}}', '|client_lead|technician|', 1795972682006, NULL),
	(9, 'media-check', 1, 'bf7862dc9f5e51cf4624fb3c0a047ece0dda6fe9e82b731fda93530051312fb3', '{"key": "media-check", "step": [{"by": "technician", "name": "checking", "label": {"en": "Check", "zh": "检查"}, "sections": ["head", "stock"]}, {"by": "supervisor", "name": "reading", "label": {"en": "Supervisor reads", "zh": "主管审阅"}, "sections": ["reading"], "returns_to": "checking", "return_label": {"en": "Send back to be put right", "zh": "退回整改"}}], "label": {"en": "Check of stored recordings", "zh": "涉密资料定期检查"}, "order": 60, "number": "JC", "section": [{"name": "head", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"name": "period_from", "type": "date", "label": {"en": "Period from", "zh": "检查周期（起）"}, "width": "half", "required": true}, {"from": "today", "name": "period_to", "type": "date", "label": {"en": "Period to", "zh": "检查周期（止）"}, "width": "half", "required": true, "constraint": {"not_before": "period_from"}}, {"from": "user.full_name", "name": "media_keeper", "type": "text", "label": {"en": "Keeper", "zh": "保管人"}, "suggest": "client.contacts", "required": true}], "label": {"en": "Check", "zh": "检查"}, "layout": "grid"}, {"name": "stock", "field": [{"name": "checked_items", "type": "repeat", "field": [{"name": "media", "type": "text", "label": {"en": "Name or number", "zh": "名称或编号"}, "required": true}, {"name": "found", "type": "select_one", "label": {"en": "Result", "zh": "检查结果"}, "choices": [{"name": "kept", "label": {"en": "Present, stored by rule", "zh": "在库，按规定存放"}}, {"name": "misplaced", "label": {"en": "Present, not stored by rule", "zh": "在库，未按规定存放"}}, {"name": "lent", "label": {"en": "Lent out", "zh": "借出"}}, {"name": "missing", "label": {"en": "Missing", "zh": "缺失"}}], "required": true}, {"name": "put_right", "type": "long_text", "label": {"en": "What was put right", "zh": "整改情况"}, "relevant": {"found": ["misplaced", "missing"]}, "required": true}], "label": {"en": "Items checked", "zh": "检查的资料"}, "required": true, "row_label": {"en": "Item", "zh": "资料"}, "constraint": {"max": 200, "min": 1}}], "label": {"en": "Recordings", "zh": "资料"}, "layout": "rows"}, {"name": "reading", "field": [{"name": "opinion", "type": "long_text", "label": {"en": "Remark", "zh": "审阅意见"}, "means": "summary"}], "label": {"en": "Supervisor", "zh": "主管审阅"}, "layout": "rows"}], "register": ["period_from", "period_to", "checked_items", "media_keeper"], "starts_from": ["client", "room"], "confidential": true, "number_label": {"en": "No.", "zh": "编号"}}', '|supervisor|technician|', 1795972682008, NULL),
	(10, 'media-loan', 1, 'db6f5caa6ad85dff5616e4c142416fab1f661851c459f82023197743e95f4b96', '{"key": "media-loan", "step": [{"by": "technician", "name": "request", "label": {"en": "Request", "zh": "借阅申请"}, "sections": ["loan"]}, {"by": "client_lead", "name": "approval", "sign": {"en": "Lead''s signature", "zh": "主管领导签字"}, "label": {"en": "Approval by the lead", "zh": "主管领导批准"}, "consent": {"en": "By signing you take the decision above on this loan. Your name, your signature, the time of signing and details of the device you sign on are kept with the sheet as evidence.", "zh": "签字即表示您对这次借阅作出以上决定。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本单一并保存。", "version": "1"}, "sections": ["approval"]}, {"by": "technician", "name": "lending", "label": {"en": "Lent", "zh": "借出"}, "relevant": {"decision": "approved"}, "sections": ["lending"]}, {"by": "technician", "name": "return", "label": {"en": "Returned or destroyed", "zh": "归还或销毁"}, "relevant": {"decision": "approved"}, "sections": ["return"]}], "label": {"en": "Loan of recordings", "zh": "涉密或重要音视频资料借阅"}, "order": 50, "number": "JY", "section": [{"name": "loan", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"hint": {"en": "Name, number, copies", "zh": "名称、编号、份数"}, "name": "media", "type": "text", "label": {"en": "Recording", "zh": "资料"}, "means": "request", "required": true}, {"name": "classification", "type": "select_one", "label": {"en": "Classification", "zh": "密级"}, "choices": [{"name": "important", "label": {"en": "Important", "zh": "重要"}}, {"name": "secret", "label": {"en": "Secret", "zh": "涉密"}}], "required": true}, {"name": "borrower", "type": "text", "label": {"en": "Borrower", "zh": "借阅人"}, "width": "half", "suggest": "client.contacts", "required": true}, {"name": "borrower_phone", "type": "phone", "label": {"en": "Borrower''s telephone", "zh": "借阅人电话"}, "means": "phone", "width": "half"}, {"name": "loan_reason", "type": "long_text", "label": {"en": "Reason", "zh": "借阅理由"}, "required": true}, {"name": "due_back_on", "type": "date", "label": {"en": "Due back", "zh": "应归还日期"}, "means": "due", "width": "half", "required": true}], "label": {"en": "Loan", "zh": "借阅"}, "layout": "grid"}, {"name": "approval", "field": [{"name": "decision", "type": "select_one", "label": {"en": "Decision", "zh": "是否批准"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved", "zh": "批准"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不批准"}}], "required": true}, {"name": "decision_remark", "type": "long_text", "label": {"en": "Remark", "zh": "意见"}, "required": {"decision": "declined"}}], "label": {"en": "Approval by the lead", "zh": "主管领导批准"}, "layout": "rows"}, {"name": "lending", "field": [{"from": "now", "name": "lent_at", "type": "datetime", "label": {"en": "Lent at", "zh": "借出时间"}, "required": true, "constraint": {"not_after": "now"}}, {"name": "borrower_signature", "type": "signature", "label": {"en": "Borrower''s signature", "zh": "借阅人登记并签字"}, "required": true}], "label": {"en": "Lent", "zh": "借出"}, "layout": "rows"}, {"name": "return", "field": [{"name": "ending", "type": "select_one", "label": {"en": "Returned or destroyed", "zh": "归还或销毁"}, "choices": [{"name": "returned", "label": {"en": "Returned", "zh": "归还"}}, {"name": "destroyed", "label": {"en": "Destroyed", "zh": "销毁"}}], "required": true}, {"from": "now", "name": "loan_ended_at", "type": "datetime", "label": {"en": "When", "zh": "归还或销毁时间"}, "required": true, "constraint": {"not_after": "now", "not_before": "lent_at"}}, {"name": "witness_signature", "type": "signature", "label": {"en": "Witness of the destruction", "zh": "销毁见证人签字"}, "relevant": {"ending": "destroyed"}, "required": true}, {"name": "ending_remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}}], "label": {"en": "Returned or destroyed", "zh": "归还或销毁"}, "layout": "rows"}], "register": ["media", "classification", "borrower", "decision", "lent_at", "due_back_on", "ending", "loan_ended_at"], "starts_from": ["client", "room"], "confidential": {"classification": "secret"}, "number_label": {"en": "No.", "zh": "编号"}}', '|client_lead|technician|', 1795972682017, NULL),
	(11, 'overtime-request', 1, 'b739b48e51e238719f0f7380d65128ce2b318bcace66eab1a484c7f3a2ac0ed8', '{"key": "overtime-request", "step": [{"by": "technician", "name": "request", "label": {"en": "Request", "zh": "加班申请"}, "sections": ["overtime"]}, {"by": "supervisor", "name": "supervisor_approval", "label": {"en": "Supervisor approves", "zh": "主管审批"}, "approves": "from_at", "sections": ["supervisor"]}, {"by": "hr", "name": "hr_approval", "label": {"en": "HR approves and files", "zh": "人事行政部审批备案"}, "approves": "from_at", "relevant": {"supervisor_decision": "approved"}, "sections": ["hr"]}], "label": {"en": "Overtime request", "zh": "加班报批"}, "order": 100, "number": "JB", "section": [{"name": "overtime", "field": [{"from": "user.id", "name": "asked_by", "type": "user", "label": {"en": "Who works", "zh": "加班人"}, "means": "technician", "width": "half", "required": true, "read_only": true}, {"from": "client.name", "name": "asking_unit", "type": "text", "label": {"en": "Client unit asking", "zh": "派驻地单位"}, "means": "client_name", "width": "half", "required": true}, {"name": "day_kind", "type": "select_one", "label": {"en": "Kind of day", "zh": "休息日/法定节假日"}, "choices": [{"name": "rest_day", "label": {"en": "Day off", "zh": "休息日"}}, {"name": "public_holiday", "label": {"en": "Public holiday", "zh": "法定节假日"}}], "required": true}, {"name": "from_at", "type": "datetime", "label": {"en": "From", "zh": "开始时间"}, "means": "starts_at", "width": "half", "required": true}, {"name": "to_at", "type": "datetime", "label": {"en": "To", "zh": "结束时间"}, "width": "half", "required": true, "constraint": {"not_before": "from_at"}}, {"name": "hours", "type": "decimal", "label": {"en": "Hours", "zh": "加班时数（小时）"}, "means": "hours", "width": "half", "required": true, "constraint": {"max": 240, "min": 0.5, "hours_to": "to_at", "hours_from": "from_at"}}, {"name": "overtime_reason", "type": "long_text", "label": {"en": "Reason", "zh": "加班事由"}, "means": "request", "required": true}], "label": {"en": "Overtime", "zh": "加班"}, "layout": "grid"}, {"name": "supervisor", "field": [{"name": "supervisor_decision", "type": "select_one", "label": {"en": "Supervisor''s decision", "zh": "部门主管审批"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved", "zh": "同意"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不同意"}}], "required": true}, {"name": "supervisor_remark", "type": "long_text", "label": {"en": "Supervisor''s remark", "zh": "主管意见"}, "required": {"supervisor_decision": "declined"}}], "label": {"en": "Supervisor", "zh": "主管审批"}, "layout": "rows"}, {"name": "hr", "field": [{"name": "hr_decision", "type": "select_one", "label": {"en": "HR''s decision", "zh": "人事行政部审批"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Approved and filed", "zh": "同意，已备案"}}, {"name": "declined", "label": {"en": "Declined", "zh": "不同意"}}], "required": true}, {"name": "hr_remark", "type": "long_text", "label": {"en": "HR''s remark", "zh": "人事行政部意见"}, "required": {"hr_decision": "declined"}}], "label": {"en": "HR", "zh": "人事行政部审批"}, "layout": "rows"}], "personal": true, "register": ["asked_by", "day_kind", "from_at", "to_at", "hours", "asking_unit", "supervisor_decision", "hr_decision"], "starts_from": ["client"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true, "register_date": "from_at"}', '|hr|supervisor|technician|', 1795972682020, NULL),
	(12, 'parts-issue', 1, 'a885b1c3a2d93f81f8ea63e43b846afc975a2de43c786451b70c867e62259f4b', '{"key": "parts-issue", "step": [{"by": "technician", "name": "request", "label": {"en": "Request", "zh": "申请领用"}, "sections": ["request"]}, {"by": "dispatcher", "name": "issue", "label": {"en": "Issue", "zh": "发放"}, "sections": ["issue"], "returns_to": "request", "return_label": {"en": "Send back to be changed", "zh": "退回修改"}}, {"by": "technician", "name": "taking", "label": {"en": "Taken", "zh": "领取"}, "moves": {"kind": "issued", "rows": "issued_items", "when": {"taken": "taken"}}, "relevant": {"decision": "approved"}, "sections": ["taking"]}, {"by": "dispatcher", "name": "giving_back", "label": {"en": "Returned", "zh": "归还"}, "moves": {"kind": "returned", "rows": "issued_items", "when": {"condition": ["intact", "damaged"]}}, "relevant": {"taken": "taken", "decision": "approved", "issue_kind": ["tool", "loan_unit"]}, "sections": ["giving_back"]}], "label": {"en": "Spare parts and tools out/in", "zh": "备品备件、工具领用"}, "order": 40, "number": "LY", "section": [{"name": "request", "field": [{"name": "issue_kind", "type": "select_one", "label": {"en": "Kind", "zh": "类别"}, "choices": [{"name": "part", "label": {"en": "Spare part", "zh": "备品备件"}}, {"name": "tool", "label": {"en": "Tool", "zh": "工具"}}, {"name": "loan_unit", "label": {"en": "Loan unit", "zh": "备机"}}], "required": true}, {"name": "owned_by", "type": "select_one", "label": {"en": "Owner", "zh": "所属"}, "choices": [{"name": "company", "label": {"en": "Company", "zh": "公司"}}, {"name": "client", "label": {"en": "Client", "zh": "用户"}}], "required": true}, {"name": "issued_items", "type": "repeat", "field": [{"name": "part", "type": "part", "label": {"en": "Name or code", "zh": "名称或编码"}, "required": true, "constraint": {"known": true}}, {"name": "quantity", "type": "integer", "label": {"en": "Quantity", "zh": "数量"}, "required": true, "constraint": {"max": 9999, "min": 1}}], "label": {"en": "Items", "zh": "领用物品"}, "means": "parts", "required": true, "row_label": {"en": "Item", "zh": "物品"}, "constraint": {"max": 50, "min": 1}}, {"from": "device.code", "name": "for_devices", "type": "devices", "label": {"en": "For which device", "zh": "用于设备"}, "means": "devices"}, {"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "For which client", "zh": "用于客户"}, "means": "client_name"}, {"name": "used_for", "type": "text", "label": {"en": "Used for", "zh": "用途"}, "means": "request", "constraint": {"max_length": 500}}, {"name": "due_back_on", "type": "date", "label": {"en": "Due back", "zh": "应归还日期"}, "means": "due", "relevant": {"issue_kind": ["tool", "loan_unit"]}, "required": true}], "label": {"en": "Asked for", "zh": "领用"}, "layout": "rows"}, {"name": "issue", "field": [{"name": "decision", "type": "select_one", "label": {"en": "Decision", "zh": "是否发放"}, "means": "decision", "choices": [{"name": "approved", "label": {"en": "Issued", "zh": "发放"}}, {"name": "declined", "label": {"en": "Not issued", "zh": "不发放"}}], "required": true}, {"name": "issue_remark", "type": "long_text", "label": {"en": "Remark", "zh": "发放说明"}, "required": {"decision": "declined"}}], "label": {"en": "Issued", "zh": "发放"}, "layout": "rows"}, {"name": "taking", "field": [{"name": "taken", "type": "select_one", "label": {"en": "Taken or not", "zh": "是否领取"}, "choices": [{"name": "taken", "label": {"en": "Taken", "zh": "已领取"}}, {"name": "used", "label": {"en": "Used by a repair already", "zh": "已由维修使用，不另领"}}, {"name": "not_taken", "label": {"en": "Not taken", "zh": "不领了"}}], "required": true}, {"name": "not_taken_reason", "type": "text", "label": {"en": "Why it is not taken", "zh": "不领的原因"}, "relevant": {"taken": ["used", "not_taken"]}, "required": {"taken": "not_taken"}}, {"from": "now", "name": "taken_at", "type": "datetime", "label": {"en": "Taken at", "zh": "领取时间"}, "relevant": {"taken": "taken"}, "required": true, "constraint": {"not_after": "now"}}, {"name": "taker_signature", "type": "signature", "label": {"en": "Signature of who takes it", "zh": "领用人签字"}, "relevant": {"taken": "taken"}, "required": true}], "label": {"en": "Taken", "zh": "领取"}, "layout": "rows"}, {"name": "giving_back", "field": [{"from": "now", "name": "returned_at", "type": "datetime", "label": {"en": "Returned at", "zh": "归还时间"}, "required": true, "constraint": {"not_after": "now", "not_before": "taken_at"}}, {"name": "condition", "type": "select_one", "label": {"en": "Condition", "zh": "归还时的状况"}, "choices": [{"name": "intact", "label": {"en": "In good order", "zh": "完好"}}, {"name": "damaged", "label": {"en": "Damaged", "zh": "损坏"}}, {"name": "lost", "label": {"en": "Lost", "zh": "遗失"}}], "required": true}, {"name": "condition_note", "type": "long_text", "label": {"en": "What is damaged or lost", "zh": "损坏或遗失说明"}, "relevant": {"condition": ["damaged", "lost"]}, "required": true}], "label": {"en": "Returned", "zh": "归还"}, "layout": "rows"}], "register": ["issue_kind", "owned_by", "issued_items", "used_for", "due_back_on", "taken_at", "returned_at"], "starts_from": ["device", "client"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true}', '|dispatcher|technician|', 1795972682022, NULL),
	(13, 'service-contact', 1, 'f0c58199c9dcd62f7e3221dbedb9f377f4590fa3b3d696d255c428ba72cd2a52', '{"key": "service-contact", "step": [{"by": "technician", "name": "work", "label": {"en": "Service", "zh": "服务情况"}, "sections": ["client", "work", "devices", "leaving"]}, {"by": "client", "name": "acceptance", "sign": {"en": "Client''s signature", "zh": "客户签字"}, "label": {"en": "Client''s acceptance", "zh": "客户验收"}, "consent": {"en": "By signing you confirm that you have read this sheet. Your name, your signature, the time of signing and details of the device you sign on are kept with the sheet as evidence.", "zh": "签字即表示您已阅读本单内容。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本单一并保存。", "version": "1"}, "sections": ["acceptance"], "returns_to": "work", "return_label": {"en": "Not working yet", "zh": "尚不正常"}, "return_relevant": {"result": "completed"}}], "label": {"en": "Customer service contact sheet", "zh": "客户服务联络单"}, "opens": [{"form": "fault-report", "after": "work", "carry": {"remedy": "solution", "symptom": "request", "reporter": "contact", "faulty_devices": "serviced_devices", "reporter_phone": "phone", "outcome_remarks": "remarks"}, "given": {"outcome": "engineer", "urgency": "normal", "fault_class": "undetermined", "indicator_lights": "not_applicable", "drivers_and_software": "not_applicable", "lines_and_interfaces": "not_applicable"}, "label": {"en": "Report a fault", "zh": "报修"}, "through": "checks", "relevant": {"not_completed": "return_or_replace"}, "by_itself": true}, {"form": "service-contact", "after": "acceptance", "carry": {"request": "request", "previous_sheet": "number", "serviced_devices": "serviced_devices"}, "label": {"en": "Continue the service", "zh": "继续服务"}, "relevant": {"result": "not_completed"}}], "order": 1, "number": "FW", "section": [{"name": "client", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"from": "client.contact", "name": "contact", "type": "text", "label": {"en": "Contact person", "zh": "联系人"}, "means": "contact", "width": "half", "suggest": "client.contacts"}, {"from": "client.phone", "hint": {"en": "Landline or mobile", "zh": "座机或手机"}, "name": "phone", "type": "phone", "label": {"en": "Telephone", "zh": "电话"}, "means": "phone", "width": "half"}, {"from": "client.address", "name": "address", "type": "text", "label": {"en": "Address", "zh": "地址"}, "means": "address"}, {"from": "now", "name": "arrival", "type": "datetime", "label": {"en": "Service time (arrival)", "zh": "服务时间（到达）"}, "means": "arrival", "width": "half", "required": true}, {"name": "departure", "type": "datetime", "label": {"en": "Service time (departure)", "zh": "服务时间（离开）"}, "means": "departure", "width": "half", "constraint": {"not_before": "arrival"}}, {"from": "client.type", "name": "client_type", "type": "select_one", "label": {"en": "Client type", "zh": "客户属性"}, "means": "client_type", "choices": [{"name": "under_warranty", "label": {"en": "Under warranty", "zh": "保内客户"}}, {"name": "yearly_contract", "label": {"en": "Yearly contract", "zh": "按年合同客户"}}, {"name": "per_call_contract", "label": {"en": "Per-call contract", "zh": "按次合同客户"}}, {"name": "request_letter", "label": {"en": "Served on a written request letter", "zh": "《联络函》服务客户"}}]}], "label": {"en": "Client", "zh": "客户"}, "layout": "grid"}, {"name": "work", "field": [{"name": "request", "type": "long_text", "label": {"en": "Service requested", "zh": "待服务内容"}, "means": "request", "required": true}, {"name": "solution", "type": "long_text", "label": {"en": "Proposed solution", "zh": "处理方案"}, "means": "solution", "required": true}, {"name": "result", "type": "select_one", "label": {"en": "Result", "zh": "处理结果"}, "means": "result", "choices": [{"name": "completed", "label": {"en": "Completed", "zh": "已完成服务"}}, {"name": "not_completed", "label": {"en": "Not completed", "zh": "未完成服务"}}], "required": true}, {"name": "not_completed", "type": "select_multiple", "label": {"en": "If not completed", "zh": "未完成时"}, "means": "not_completed_reason", "choices": [{"name": "return_or_replace", "label": {"en": "Return for repair or replacement", "zh": "需返修、更换设备"}}, {"name": "follow_up", "label": {"en": "Follow-up to be arranged", "zh": "需重新联络"}}, {"name": "other", "label": {"en": "Other, see remarks", "zh": "其它见备注"}}], "relevant": {"result": "not_completed"}, "required": true}, {"name": "follow_up_date", "type": "date", "label": {"en": "Date of follow-up", "zh": "重新联络日期"}, "means": "follow_up_date", "relevant": {"not_completed": "follow_up"}, "required": true, "constraint": {"not_before": "arrival"}}, {"name": "remarks", "type": "long_text", "label": {"en": "Remarks", "zh": "备注"}, "means": "remarks", "required": {"not_completed": "other"}}], "label": {"en": "Work", "zh": "服务情况"}, "layout": "rows"}, {"name": "devices", "field": [{"from": "device.code", "hint": {"en": "Scan the code on a device to add it", "zh": "扫设备上的二维码添加"}, "name": "serviced_devices", "type": "devices", "label": {"en": "Devices", "zh": "设备"}, "means": "devices"}, {"name": "work_photos", "type": "photos", "label": {"en": "Photos of the work", "zh": "现场照片"}, "means": "photos"}], "label": {"en": "Devices and photos", "zh": "设备与照片"}, "layout": "rows"}, {"name": "leaving", "field": [{"name": "environment_restored", "type": "yes_no", "label": {"en": "Client''s place left as it was", "zh": "已恢复客户环境"}, "means": "environment_restored"}, {"hint": {"en": "Shown again at the next scan of the device or room", "zh": "下次扫该设备或该房间时会再次显示"}, "name": "open_points", "type": "long_text", "label": {"en": "Open points", "zh": "遗留问题"}, "means": "open_points"}, {"hint": {"en": "When this continues a service that was not completed", "zh": "接着未完成的服务时填写"}, "name": "previous_sheet", "type": "text", "label": {"en": "Number of the previous sheet", "zh": "上一张单的编号"}}, {"hint": {"en": "Choose what you have read, then note the reading", "zh": "选要记下的，再填读数"}, "name": "wear", "type": "select_multiple", "label": {"en": "Wear readings", "zh": "损耗读数"}, "choices": [{"name": "lamp", "label": {"en": "Projector lamp", "zh": "投影机灯泡"}}, {"name": "filter", "label": {"en": "Filter", "zh": "过滤网"}}, {"name": "microphone_battery", "label": {"en": "Microphone batteries", "zh": "话筒电池"}}, {"name": "ups_battery", "label": {"en": "UPS battery", "zh": "UPS 电池"}}, {"name": "led_pixels", "label": {"en": "Dead LED pixels", "zh": "LED 坏点"}}]}, {"hint": {"en": "One reading for each device", "zh": "有几台就写几台"}, "name": "lamp_hours", "type": "text", "label": {"en": "Lamp hours", "zh": "灯泡使用时间（小时）"}, "relevant": {"wear": "lamp"}, "required": true}, {"name": "filter_state", "type": "text", "label": {"en": "State of the filter", "zh": "过滤网状况"}, "relevant": {"wear": "filter"}, "required": true}, {"name": "microphone_batteries", "type": "text", "label": {"en": "State of the microphone batteries", "zh": "话筒电池状况"}, "relevant": {"wear": "microphone_battery"}, "required": true}, {"name": "ups_battery_age", "type": "text", "label": {"en": "Age of the UPS battery (years)", "zh": "UPS 电池已用时间（年）"}, "relevant": {"wear": "ups_battery"}, "required": true}, {"name": "dead_pixels", "type": "text", "label": {"en": "Number of dead LED pixels", "zh": "LED 坏点数"}, "relevant": {"wear": "led_pixels"}, "required": true}], "label": {"en": "Before leaving", "zh": "离开前检查"}, "layout": "rows", "off_sheet": true}, {"name": "acceptance", "field": [{"no": "1", "name": "works_normally", "type": "note", "label": {"en": "Your system has been inspected and accepted and works normally (confirming this closes the service)", "zh": "您的系统设备已经验收并正常工作（确认正常此次服务即作完成处理）"}, "relevant": {"result": "completed"}}, {"no": "2", "name": "accessories", "type": "select_one", "label": {"en": "Please confirm that the accessories were handed over", "zh": "请您确认系统的附件是否已交付"}, "means": "accessories", "choices": [{"name": "yes", "label": {"en": "Yes", "zh": "是"}}, {"name": "no", "label": {"en": "No", "zh": "否"}}, {"name": "none", "label": {"en": "There are none", "zh": "没有附件"}}], "required": true}, {"no": "3", "name": "satisfaction", "type": "select_one", "label": {"en": "How satisfied are you with this service?", "zh": "您对此次服务是否满意"}, "means": "satisfaction", "choices": [{"name": "very_satisfied", "label": {"en": "Very satisfied", "zh": "很满意"}}, {"name": "satisfied", "label": {"en": "Satisfied", "zh": "满意"}}, {"name": "fair", "label": {"en": "Fair", "zh": "一般"}}, {"name": "dissatisfied", "label": {"en": "Dissatisfied", "zh": "不满意"}}], "required": true, "private_to": ["supervisor"]}, {"no": "4", "name": "dissatisfied_with", "type": "select_multiple", "label": {"en": "What were you dissatisfied with?", "zh": "您不满意的原因是什么"}, "means": "dissatisfaction_reasons", "choices": [{"name": "attitude", "label": {"en": "Attitude", "zh": "服务态度"}}, {"name": "skill", "label": {"en": "Technical skill", "zh": "技术水平"}}, {"name": "speed", "label": {"en": "Speed of response", "zh": "响应速度"}}], "relevant": {"satisfaction": ["fair", "dissatisfied"]}, "required": {"any_of": ["dissatisfied_with", "comments"], "satisfaction": "dissatisfied"}, "private_to": ["supervisor"]}, {"name": "comments", "type": "long_text", "label": {"en": "Your valued comments on our service", "zh": "对我们的服务请您提出宝贵意见"}, "means": "comments", "private_to": ["supervisor"]}], "intro": {"en": "Dear client, before you sign for acceptance please note", "zh": "尊敬的客户：请在签名验收时请注意以下事项"}, "label": {"en": "Filled in by the client", "zh": "客户填写"}, "layout": "acceptance"}], "register": ["arrival", "client_name", "contact", "request", "result", "not_completed", "follow_up_date"], "starts_from": ["device", "room", "client"], "number_label": {"en": "No.", "zh": "编号"}}', '|client|technician|', 1795972682034, NULL),
	(14, 'startup-check', 1, '60aa84c9268b0ec066643ade25ff33792bdc83a3ca30a431469b450578ffb9a9', '{"key": "startup-check", "step": [{"by": "technician", "name": "start_up", "label": {"en": "Start-up check", "zh": "开机检查"}, "sections": ["place", "preparation", "running", "senses", "devices"]}], "label": {"en": "Daily start-up check", "zh": "系统开机运行检查"}, "opens": [{"form": "fault-report", "after": "start_up", "carry": {"since": "checked_at", "symptom": "unsettled", "faulty_devices": "devices_seen"}, "label": {"en": "Report a fault", "zh": "报修"}, "unsettled": true}], "order": 10, "number": "KJ", "section": [{"name": "place", "field": [{"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "required": true}, {"from": "room.name", "name": "room_name", "type": "text", "label": {"en": "Room", "zh": "会议室、机房"}, "width": "half"}, {"from": "now", "name": "checked_at", "type": "datetime", "label": {"en": "Time of the check", "zh": "检查时间"}, "means": "service_time", "width": "half", "required": true, "constraint": {"not_after": "now"}}], "label": {"en": "Place and time", "zh": "地点与时间"}, "layout": "grid"}, {"name": "preparation", "field": [{"no": "1", "name": "clean_floor", "type": "normal_or_handled", "label": {"en": "The floor is clear: nothing lying about, no stains, no scraps of paper, no fruit peel", "zh": "地面无杂物、无污迹、无纸屑、无瓜果皮"}, "required": true}], "label": {"en": "Before the shift", "zh": "班前准备"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "What to check", "zh": "检查内容"}, {"en": "Result", "zh": "检查结果"}], "item_label": {"en": "Before the shift", "zh": "班前准备"}}, {"name": "running", "field": [{"from": "room.power_on", "name": "power_on_order", "type": "repeat", "field": [{"from": "item", "name": "device_on", "type": "text", "label": {"en": "What is powered on", "zh": "开机内容"}, "read_only": true}, {"name": "runs", "type": "normal_or_handled", "label": {"en": "Result", "zh": "开机情况"}, "required": true}], "fixed": true, "label": {"en": "Power-on order", "zh": "开机顺序"}, "row_label": {"en": "Step", "zh": "步骤"}}, {"from": "room.modes", "name": "meeting_modes", "type": "repeat", "field": [{"from": "item", "name": "mode", "type": "text", "label": {"en": "Mode", "zh": "会议模式"}, "read_only": true}, {"name": "works", "type": "normal_or_handled", "label": {"en": "Result", "zh": "运行情况"}, "required": true}], "fixed": true, "label": {"en": "Meeting modes", "zh": "会议模式"}, "row_label": {"en": "Mode", "zh": "模式"}}], "label": {"en": "Power-on", "zh": "开机运行"}, "layout": "rows"}, {"name": "senses", "field": [{"no": "2", "name": "functions", "type": "normal_or_handled", "label": {"en": "Use: the functions of every system meet the need", "zh": "使用各系统功能是否满足需求"}, "required": true}, {"no": "3", "name": "look_at_lines", "type": "normal_or_handled", "label": {"en": "Look: no visible damage to devices and lines", "zh": "看：设备线路是否存在明显损坏"}, "required": true}, {"no": "4", "name": "listen_to_devices", "type": "normal_or_handled", "label": {"en": "Listen: no abnormal sound from devices or functions", "zh": "听：设备及功能是否有异常声音"}, "required": true}, {"no": "5", "name": "smell_of_devices", "type": "normal_or_handled", "label": {"en": "Smell: no unusual odour from the devices", "zh": "闻：设备是否有异味存在"}, "required": true}, {"no": "6", "name": "touch_devices", "type": "normal_or_handled", "label": {"en": "Touch: no device is hotter than normal", "zh": "摸：触摸设备是否温度超出正常温度"}, "required": true}], "label": {"en": "Use, look, listen, smell, touch", "zh": "使用、看、听、闻、摸"}, "layout": "table", "columns": [{"en": "Item", "zh": "项目"}, {"en": "What to check", "zh": "检查内容"}, {"en": "Result", "zh": "检查结果"}], "item_label": {"en": "Running check", "zh": "运行检查"}}, {"name": "devices", "field": [{"from": "device.code", "hint": {"en": "When something is abnormal, scan the code on the device to add it", "zh": "有异常时，扫设备上的二维码添加"}, "name": "devices_seen", "type": "devices", "label": {"en": "Devices", "zh": "设备"}, "means": "devices"}], "label": {"en": "Devices", "zh": "设备"}, "layout": "rows"}], "register": ["checked_at", "room_name", "devices_seen"], "starts_from": ["room", "device"], "number_label": {"en": "No.", "zh": "编号"}}', '|technician|', 1795972682036, NULL),
	(15, 'training-record', 1, '40d0acffc1e02b5681943375fe137b7707b4904c2c74bf4f857406ee875c52fa', '{"key": "training-record", "step": [{"by": "technician", "name": "training", "label": {"en": "Training", "zh": "培训"}, "sections": ["training"]}, {"by": "client", "name": "confirmation", "sign": {"en": "Client''s signature", "zh": "客户签字"}, "label": {"en": "Client signs", "zh": "客户签字"}, "consent": {"en": "By signing you confirm that this training took place. Your name, your signature, the time of signing and details of the device you sign on are kept with the record as evidence.", "zh": "签字即表示您确认本次培训已进行。您的姓名、签字、签字时间以及签字所用设备的信息，将作为凭据随本记录一并保存。", "version": "1"}, "relevant": {"training_kind": "client"}, "sections": [], "returns_to": "training", "return_label": {"en": "Not as it was", "zh": "与实际不符"}}], "label": {"en": "Client training", "zh": "客户培训记录"}, "order": 70, "number": "PX", "section": [{"name": "training", "field": [{"name": "training_kind", "type": "select_one", "label": {"en": "Kind", "zh": "培训类别"}, "choices": [{"name": "client", "label": {"en": "Client training", "zh": "客户培训"}}, {"name": "own", "label": {"en": "Own training", "zh": "内部专业培训"}}], "required": true}, {"from": "client.name", "name": "client_name", "type": "text", "label": {"en": "Client", "zh": "客户名称"}, "means": "client_name", "relevant": {"training_kind": "client"}, "required": true}, {"name": "topic", "type": "text", "label": {"en": "Topic", "zh": "培训内容"}, "means": "request", "required": true, "constraint": {"max_length": 500}}, {"hint": {"en": "For example: quick guide (meeting modes)", "zh": "例如：简明操作手册（会议模式）"}, "name": "manual_used", "type": "text", "label": {"en": "Manual used", "zh": "使用手册"}}, {"from": "user.id", "name": "trainer", "type": "user", "label": {"en": "Trainer", "zh": "培训人"}, "means": "technician", "width": "half", "required": true}, {"from": "now", "name": "trained_at", "type": "datetime", "label": {"en": "When", "zh": "培训时间"}, "means": "service_time", "width": "half", "required": true, "constraint": {"not_after": "now"}}, {"name": "trainees", "type": "long_text", "label": {"en": "Trainees", "zh": "参加人员"}, "required": true}, {"name": "outcome", "type": "select_one", "label": {"en": "Result", "zh": "培训结果"}, "choices": [{"name": "able", "label": {"en": "They can do it alone", "zh": "已掌握"}}, {"name": "again", "label": {"en": "To be trained again", "zh": "需再次培训"}}], "required": true}, {"name": "outcome_note", "type": "long_text", "label": {"en": "What is to be trained again", "zh": "需再次培训的内容"}, "relevant": {"outcome": "again"}, "required": true}, {"name": "training_photos", "type": "photos", "label": {"en": "Photos: attendance list, training", "zh": "签到表、现场照片"}, "means": "photos"}], "label": {"en": "Training", "zh": "培训"}, "layout": "grid"}], "register": ["trained_at", "training_kind", "client_name", "topic", "trainer", "trainees", "outcome"], "starts_from": ["client", "room"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true}', '|client|technician|', 1795972682049, NULL),
	(16, 'work-report', 1, '17685d678c9c6e4fefbaefc1a4e7d491c2ff159d2bfcc5420efc68f7a1a380ac', '{"key": "work-report", "step": [{"by": "technician", "name": "report", "label": {"en": "Report", "zh": "汇报"}, "sections": ["period", "work"]}, {"by": "supervisor", "name": "reading", "label": {"en": "Supervisor reads", "zh": "主管审阅"}, "sections": ["reading"]}], "label": {"en": "Work plan and report", "zh": "工作计划与汇报"}, "order": 110, "number": "HB", "section": [{"name": "period", "field": [{"from": "user.id", "name": "reported_by", "type": "user", "label": {"en": "Reported by", "zh": "汇报人"}, "means": "technician", "required": true, "read_only": true}, {"name": "period_from", "type": "date", "label": {"en": "From", "zh": "开始日期"}, "width": "half", "required": true}, {"from": "today", "name": "period_to", "type": "date", "label": {"en": "To", "zh": "结束日期"}, "width": "half", "required": true, "constraint": {"not_before": "period_from"}}], "label": {"en": "Period", "zh": "汇报周期"}, "layout": "grid"}, {"name": "work", "field": [{"name": "work_planned", "type": "long_text", "label": {"en": "Planned", "zh": "工作计划"}, "required": true}, {"name": "work_done", "type": "long_text", "label": {"en": "Done", "zh": "完成情况"}, "means": "summary"}, {"name": "other_work", "type": "long_text", "label": {"en": "Other work asked for by client or manager", "zh": "甲方指定/主管交办的其他工作"}}, {"name": "problems", "type": "long_text", "label": {"en": "Problems", "zh": "存在问题"}}, {"name": "support_needed", "type": "long_text", "label": {"en": "Needs", "zh": "需要的支持"}}], "label": {"en": "Work", "zh": "工作"}, "layout": "rows"}, {"name": "reading", "field": [{"name": "opinion", "type": "long_text", "label": {"en": "Remark", "zh": "审阅意见"}}], "label": {"en": "Supervisor", "zh": "主管审阅"}, "layout": "rows"}], "personal": true, "register": ["period_from", "period_to", "reported_by", "work_done", "problems"], "starts_from": ["client"], "number_label": {"en": "No.", "zh": "编号"}, "starts_alone": true}', '|supervisor|technician|', 1795972682056, NULL);



INSERT INTO public.deputies VALUES
	(1, 4, 3, '2026-11-24', '2026-11-24', 1795482120000, 4, NULL);



INSERT INTO public.devices VALUES
	(1, 1, 1, '数字音频处理器', 'processor', 'Biamp', 'TesiraFORTÉ', 'SN-1', 'Biamp', '400-820-1155', '2022-03-01', '', '', '', 1795972682081, NULL),
	(2, 2, 2, '阶梯教室功放', 'processor', 'Biamp', 'TesiraFORTÉ', 'SN-2', 'Biamp', '400-820-1155', '2022-03-01', '', '', '', 1795972682104, NULL),
	(3, 1, 3, '保密会议主机', 'conference', '', '', '', '', '', '', '', '', '', 1795482480000, NULL);



INSERT INTO public.disclosures VALUES
	(1, 'AyVY0VDfpA4UBHAGXu_UZV7EWavsHfBhnPnF6xhMJDM', 1, 'WyJieTRMb3N2TkxIOHRjRVctNGN4eUNnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(2, 'WizfeCOMUHmrrAlbUQrorwYk6QC-Ri0uri9kDVD2GLU', 1, 'WyJ6Y2NOMk5Tem8tRU9Va1I2WmphWFNRIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(3, 'IazzQ9Wf9E8McGzYOWcU_ZFUwoH_9gMSbPkRavS2RF4', 1, 'WyJodUw3MnJhSl9qa2c5M0JHUHhNdC1BIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(4, 'lodY_BSOcWvnnmf9X4BTA6W2_tZuHTxB_eUEH6Jf23M', 1, 'WyIyMVBPUllGUV9aUWpLM0MwQ0ozMGx3IiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(5, '9hoCew_o9SS6GpRAsyrOZ50gYq1MdZqewQp_wKIpGug', 1, 'WyJzTV85YkRkaUkxMlZ0TkFiVlBpSEx3IiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(6, 'oT2AjR6Sd9R3rf43cP-x4x6HUpXMICcUs0M-YSLx_n4', 1, 'WyJ3X1ZsZVF4dG9FeGVGMlM2U1pWN2V3IiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(7, 'hqVeHEDLZ4oK2Ftsfx1maqQYR1uPWM_iy7icGV922R0', 1, 'WyJrT0lQZ1NqMmFpdC1saEpyZEFUMU53IiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(8, 'VZAY3T1L3NemLmiRkzUNwhiEdT__2hYVEtohFlBqoXo', 1, 'WyJzYm0xd1FER3lMLUVTYTNlam9OcVh3IiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5Lya6K6u5a6k6K-d562S5pyJ5p2C6Z-zIl0'),
	(9, 'kD7noDf_-mIwB2kU4NatHXcvde6rE1q1yNVv5tGOzwA', 1, 'WyJjUjZLVVJKUWx0dHlUQzZWMzdpa3ZBIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(10, 'wrpBtm1kKPusOOD4LESmDCKELphr0nhSpjsTOMhOxY8', 1, 'WyJ0c3JyX1NHS0VNbmRCSDZSOHIxcmZ3IiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(11, 'MJHBwdO-PDNPuzI3SXyEpVKwgsjVZslzW5dm88Is7ls', 1, 'WyJGbDRyNURqa3RXUFJrQk5mY042Z1NRIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(12, '3RKcaQwkT9QQcLLxOmM8v8vLYmHlTkn_TDk8EwBkgvI', 1, 'WyJIU2VlVVVQaVFRV2hXeWxHaXN1WTNRIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(13, 'YvwEOgu7S_LGzm8TxqxyDirRjbbocRfkeI3aSBffARI', 1, 'WyJhRWpMODhZNVhCYkVKbTZ1R3NENENRIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(14, 'NqLr8OHYLZn6cOeq-zFmOX7OJviNbvC8JiG1KMhopy4', 1, 'WyJrWm1iU2hhcjc2bUJDM3J4ejJpMF9nIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(15, 'N2MOiLPTQVIAWxJYLLvhU3O6LpP5HC-2X1iyp6cPUZY', 1, 'WyJJRGlsLXk5TDhfZFJWb2RuRlVMaUVnIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsWyJhOThlOGIxYmUyZmExZTI1MDJjODUzNTNjNzgwNDg1NjA0MzIxMTU3Zjk2OGQ4OTBhMjM3OGE2ZjgxZmYxMjU0Il1d'),
	(16, 'w23zUId_Kxc6IauOxbK2qKGVZza0nVaz3JAHk0xIbmE', 1, 'WyJwQThXMnVzX2gxYnBPY1ozN2E3ck9RIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(17, 'z5uo2kf0R5343irhlB1iflZKYED2fEuTXlDPfI_6i7M', 1, 'WyJGQ3E4dmdSQ3FxOXJuNC1jZExUNk1nIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(18, 'ghfJjfjyM03cunAGaPRLNx_KjkJd1_z6CctyMWf51pA', 1, 'WyJhOG1FR0JoX1hUUG9OQ2w4aldnRlpnIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(19, 'Lm2X7UQgC5-nQ_HqZfL3rtUFa5dogfK5N2aI1kSiXc4', 1, 'WyI4MVNtaDFhVjZ5MVZVYVUwdWkwRHFnIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(20, '2j9j6uYZ2BQIn5O3Ng26C-S7QrGx6m3_97qN1cR4xUA', 1, 'WyJsTDZqRnpKc1FqeVY0VnBfaXVVcUtnIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(21, '8Oz9oGJ9m5865oXkoSCgsb5woCViRdqseCXV_IQjU8A', 1, 'WyJMNXVNbHRXZ0NPV085UEdMYVIxM2pBIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(22, 'mjn9St7hzdanZi39C_LSyedoQaELK7HK7NwZcj3Pbxo', 1, 'WyJuQWItSGlYUndpNXFwXzAtMkZ3cUNnIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(23, 'SC9R5OnO5EHpSoxWZv6kUtl2cHxYztoaNpvoKPABvOc', 1, 'WyJqTlZxZGtwUjdCT0Fxb1F3TlkybmlRIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(24, 'vNFXbKZf4xp4jkd_m2NIfOZmoQXWYpKczfVUeg4LNUk', 1, 'WyJsb3pXM3F6RDF0YzdPbzMtanU4R19BIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(25, 'ImcMsdFF6TkY6qhpboClN9Z0p_VxMbDl1u5odOAtxjQ', 1, 'WyJ3eHpJeUZlUnJNblBKT05PbGtHckZRIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(26, 'KogAXpJ6vzP_ftDMRmQ4ORVoX6mhA5abP8ux_7lk7mI', 1, 'WyJlZlRuOUVKTUpqdGUtejV2NHo1RUhRIiwicmVhc29uIixudWxsXQ'),
	(27, '2EIL9RyLax8YCIfyQaZ0Ds9zzffVS81VOoLDCVS7lN0', 1, 'WyJZbFNlcU1DdC1LME5oZWNjZzIwWGxnIiwicGFwZXIiLG51bGxd'),
	(28, 'sEV7lz8ZcBD5b5v_I_44fEKXYnMcE8hCjRNdkHT4kY4', 1, 'WyJwRlhzVDhjQkx3NnJFRzBRajhNZnBBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(29, 'v0GKu3j8txTOzi9_8gS5zpEfJoQ0fTT55aqyOt5_BHE', 2, 'WyJLRlgzUzdrQ1FaSU1GN3BmSXpscWVRIiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(30, 'OtJ9LfesU8Y6kZpCs5QyfJYvaPPm7U1A6dp2mnw_m2g', 2, 'WyJKWjN0a0tjQ3NxV1ptclB2bS01c1F3IiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsInllcyJd'),
	(31, 'k1oQdUp9hmsD8xrT49heR6q_AqOemY0OIHLI0imTxD0', 2, 'WyJBM1ZWZnRrQ2xfM29NV3lCWWdnLS1RIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJzYXRpc2ZpZWQiXQ'),
	(32, 'lj16KBrmdA4MPD4iJeGQQ-RvL0UugbiIPBih-XJDfpA', 2, 'WyJEdDZtRnJiR0ZTbHBUZWZSVnpvanZnIiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(33, 'f0bSZ6M9pLxU_rfU2eFi7yXqo6KKFSpj-cWOnlxLHLs', 2, 'WyJ0THp3NTZ0SmZXSUlnY3JDSWc4LTl3IiwiYW5zd2Vycy5jb21tZW50cyIsbnVsbF0'),
	(34, 'H-3IwGS9rkVWi9BPOoi2A6Zp5wIHzG7txnV7b_jt2C0', 2, 'WyJYallGdzNJYTFHb29RZ2JHQ09Oc3pnIiwiYWN0b3IiLG51bGxd'),
	(35, 'b14cw3pTazrk4lf6FAM_KjkqN1PRDiaUYpmlWS3hawA', 2, 'WyJiTl81QXBLeXpfS0dDeGsybmdNRU5RIiwicmVhc29uIixudWxsXQ'),
	(36, 'O1PYUQDlSkJMJGNHyKCMNLHJ-y5Q4g64lVnnd0VBVMs', 2, 'WyJvOEJKellkRnFWdFlpMldwMlczVy13IiwicGFwZXIiLG51bGxd'),
	(37, '_brpJthOCZ-I6JJ79sBOEbX55qLlQsagYQPWe6CRBe0', 2, 'WyJJSUYtWmNGdklBMjZFYy1PeXMtNHlRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(38, 'd0pDScjlQubFE8__ZL5Br2YkgoqIypw5iA-20wNP4Zc', 2, 'WyJIUlBqNG1rWGY0RVZvcm8tUzRwcGFRIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(39, 'UoxeMhm6R-xLq1l5otElta4LLIOydcOuAzXXD_s7Ptk', 2, 'WyJxMlZjRFY4aWJ1WGJfX3VwUzdqZ3NRIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(40, 'e7-Xord9hzzEzB_VMhsFRUCotfpBUX6nInAhOgENLas', 2, 'WyJKU2w5enBIS0hOczNyeHpFampyT2RRIiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(41, 'tiCp1OjLbcqrKdHIpDWJfzD2ZEsGS2a7Jo_KPo1xf2w', 3, 'WyJqZllWT3phZWJMX29nUzhhMXVRa0NnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(42, '8D-qRNiNxCCok01mqVsX5pVmaW7Ed-TDxf_f7TIb6Qs', 3, 'WyJyeWQ1RF94ckFLb2JBcUtFbFBKNG1RIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(43, '1bZifjXmyTEQSYNFGHf6P9W57BJNo-ix-E7kUPOYrkY', 3, 'WyJUenlBQjljRHA1THd2YVBsSldlNFpBIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(44, '-IGr1k9FTrdkliQuRV-uAUZ1RuOttCWjs2y55aCBMjQ', 3, 'WyI5RDhqU0xrU0V0Nl9DTHlObkZuVlZRIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(45, 'ogEh-QJBaisu-YDXMbBUA2zXvWYueLE07__NGKmdunU', 3, 'WyJkQUhvZUEyMFNMemNSaDIyUmhfQW9BIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwODo1MCJd'),
	(46, 'nGk5IPRp7NxWuEt7u7YdA5oLt-rfHVw6MmEsHxMIVHk', 3, 'WyJWU0NpSTBaOEVSZXREejRxREgyamhnIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(47, 'h54as5fwlRNAxq1yiwglQR0n8-R4f9T9e8eHucUL47M', 3, 'WyJxX0VMd3NlVjY1NTVKUWVhbnAyYXlBIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(48, 'Ikcm5YixeJw0abwSVvznpphwgIpWj-zqDyGs7_t6lJM', 3, 'WyJrbEVWR2xNeFEyV2RJSkxWMFVHNzhBIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5Lya6K6u5a6k6K-d562S5pyJ5p2C6Z-zIl0'),
	(49, '3X4Gp5g0BHmbfczcV6BB3ktsgYiVE90tBZEI4nO1ke0', 3, 'WyJGTndJYkdJR0ZTVTdpM1A2RjZkdHhBIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(50, 'Ejfds4bJ8EhjwlAnbqF7iOgFzQwgQquisJ-ybQkEJMM', 3, 'WyI5eGJVWXliajlDWU04NEwwZFhuWjVBIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(51, 'DLhz6rNnj4FSI96ZtNHIlzT8Eh8riEtjeTbXRj7eSi4', 3, 'WyIxZXEtaTNxN1M4aU4teXZ2X3U3VWdBIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(52, 'L9E8ZqO07mCldyqiQQtY9UuqOuN70C_A07E5a23kMfE', 3, 'WyIySXpQRFNQOVg1eUFxWGczR1R5SklnIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(53, 'epP8a9th7pQJfKAPZsrfo_ZqomIY11sP_nBKDRbaPcE', 3, 'WyI2eTBzdUxLOHlydEpPa0dxTG5FblhnIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(54, 'dKsCeyVt0OYWR3SKyUNvpNd3vDHGJkqSmQYgBmYOUu8', 3, 'WyI5d2lOcTdWZkd6Z3ozcW5pUmFQZEZRIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(55, 'lGew5GZQdZZAgYWWhT1UNjtHnebU1FobfKKuCE-vMjw', 3, 'WyJ0ZnVSY1habFllUXhwYzgwRjE2dU9RIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsWyJhOThlOGIxYmUyZmExZTI1MDJjODUzNTNjNzgwNDg1NjA0MzIxMTU3Zjk2OGQ4OTBhMjM3OGE2ZjgxZmYxMjU0Il1d'),
	(56, 'zWZGQkfzrkPEZDm5kzmoHlVx1CzzPkmMcLX5STFppQ4', 3, 'WyJkaGdOZVVQbFZMWDllRkxQWjl4NTZnIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(57, 'A26vH2Lt0zNA2JvAOhbfXn5IaCV1tzu5gQXTG7vtVwM', 3, 'WyJYNlFwemt4eHZZSUZDdmFzZ3p6cHV3IiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(58, 'B8tjVxrYVypH52S9MtureSftty6G1dbvpHXgSKM6pq8', 3, 'WyJabnVERkZ5NXpVM3NFeDhVaVp4d3pRIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(59, 'GFXHarsm2I1jMGynFXMQVKmE5UhZs1XgopqL2FI1ACI', 3, 'WyJXWHhKb2dSV2hmU05Bc0Y0MFkzUUZBIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(60, '7LHYRrTLjAbqAbZT8ApBxLnxJr-5ETa2lXCWv5O3m3w', 3, 'WyI4emQ3cWJZOHpyV0VKLUYtRDFrei1BIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(61, '2m93xYAswpHT5KuAtBbkwHy3TRVDynnHvL8jKt-3Ao0', 3, 'WyJvcVl6MllPUjJxLVY5YlhRYkZwbnhBIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(62, 'dbeEHAecljEyH-m0ZZbBgl5HhdVyXIY6mLHuGqHx2ns', 3, 'WyJfWmZXVlY1RjA5T25XbmszaGZfRHl3IiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(63, 'arN4iFQsCjeGkkdXAOSDjdnIprib30G2_NSj46xiBqg', 3, 'WyJQcHR2V29ycFRtdklqOHU0T2NPOU9nIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(64, 'TXpYSxIvWKe3wblb0wtcIodrpk8Imxpltdo1WpnCOgc', 3, 'WyJHUEZLSkY4RzZZS09BeUhTMkpPYlFnIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(65, 'fKoj29mAWJiJt2JDc0-Rvb7TMwn7tHizfopODitUEWk', 3, 'WyJNdWZhZmxtSkRqRGpwdEVmcTVxU2NnIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(66, 'qKPVUxyuMp-hIkffsHXd7vG1h6sA_KXPh48BdKSFhfw', 3, 'WyJoUjFCMnFpUUQwM3VoYnlfS2dYUV9nIiwicmVhc29uIiwi5Yiw6L6-5pe26Ze05YaZ6ZSZ5LqGIl0'),
	(67, 'aKCTfPuu-b5xt1OW-MrzOZu_CEDy4CEIFd5UOpexHeo', 3, 'WyJIcU1pZ2Y2N0tlZFlDTHlqaFVPNXZRIiwicGFwZXIiLG51bGxd'),
	(68, 'F-IhINsCmAUbC573eVX44pexInr8Ul3Udxn_9HYP2kU', 3, 'WyIwRDRNZkFqTmZXT2NZdkdHbVhoU2dBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(69, 'RlsNi2y3iNLXTxqJ1E7yF2MBEzCVBGsFuxoz_9N1l5U', 4, 'WyJoR1BJNHQ0RVFJUmRjbzVIOElIVmhBIiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(70, '4jNxcE0e7Lsot9xU4GPnYCmdoJjCxhi6RYxqZ0XwaEk', 4, 'WyJiRDMzenQ2Y2M2QjRGMzdfeWhEV1BBIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsInllcyJd'),
	(71, '04qFNTBBI_5mpQvwTYqfmMPlefmdVtfrJ4bF7WQgPwE', 4, 'WyJDTUxaTDFvdGlucHI5eEljQkxUTENRIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJkaXNzYXRpc2ZpZWQiXQ'),
	(72, 'tKHQBZzLJ1iJIla3a6toG8vL74ZpzJAAb2ubJc-XqIs', 4, 'WyJQdG55SlZOZGNQYU9kaWNLODVzbHhBIiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsWyJzcGVlZCJdXQ'),
	(73, 'vNN6Q2_e12u9778mqhPeTEMwDNKYAajjf27Ukb0FYuY', 4, 'WyI4aTNpVFpWcVBwdVlWN1o3V3B2Z2xBIiwiYW5zd2Vycy5jb21tZW50cyIsIuadpeW-l-WkquaZmiJd'),
	(74, 'CI4xPu03Dc-QIQW0kyAwu5ojoFBFmzWFtWCEQc5aH28', 4, 'WyJtNTNMV0lUVGJza1ZPZkt1MUU5dDVBIiwiYWN0b3IiLG51bGxd'),
	(75, 'b8TkUgH5TH2rku5EuEzxYSss4_oWp4YRH1m4XiOdn4U', 4, 'WyJoT1JpczFLa3BfYk9nVVAzQkh0Q29nIiwicmVhc29uIixudWxsXQ'),
	(76, 'n-guBBsSyZH0N-bw1lWZvXKS2DEbnKdTVz8zSn2rl3M', 4, 'WyJ5NHNOZlNocnVDQTdMMUI1emNnNmJBIiwicGFwZXIiLG51bGxd'),
	(77, 'qhkaxdyBVWImJN2onllfSljfPSyAeBxCXw5QvJB20SM', 4, 'WyJnMXdmejdEWjJOVzJFemFEUmtrc01BIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(78, 'R0x_nP_-JBr8UNhe_7x6sRJKXTPsylGkt8jpGJ7hlAc', 4, 'WyJkanlMY3VjbDBkMXhuck1NX0FDY29BIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(79, 'qMMthhXTdm7_tYlioNTXmPYgJSJsHBerRBlFZOsbAoU', 4, 'WyJSWmY0U0dPUGwteC1oLU9PdWdUX1ZRIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(80, '8915RA7ZDqdWp2YX-3OYIMtJoJRrVeJSuEDqgIBV03g', 4, 'WyIxT09PRnNrRk5sdHZ3bnJ1VXlxZEhRIiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(81, 'Zxj90MuNGGLVhOj79mBMl6mLwFiZWaVMKEnf2QOHI_4', 5, 'WyJMVlY2SmZKdU5JQ1RvcV95eFkwWlBnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(82, 'tgF0xtLASAZnVOM4ZN5fRwHIVWUQ8spJqNCJ4JYWeVU', 5, 'WyJNTHJSRzRqV1lWNVllQ3lMNnlSSTlnIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(83, 'lqS0U_xp-yZMKAjPiRfcHjEZbxOFYlnTd7LTgTbwn5w', 5, 'WyJ1bmJSRG9vVWdvamRuckh2T3E1N0FBIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(84, '9qvqnG-n7GW-rAclRbg1Nx958mTus17ifaiKMMJgJ8Y', 5, 'WyI0Q2tQUXpBTkhpVEJQTUc3d3ZCTlN3IiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(85, 'j63I4WAFSxyh-w5nc_PlsMPaZtYenkyqVzVvI9y364o', 5, 'WyJMSDVBUjRlNHdvSmY2cXVsOWpOMEFnIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(86, 'P01eFP2kLT8cBCL-1SJU3VX5PkmEE7TKpq2G4skh3F8', 5, 'WyJJVU1QZTJUc2xMTU4xV2xnZ2pZaGpBIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(87, 'qtOoJ0DvWGJW7HJXkt3byiYerFbPnjOd7dbh2t2x4qY', 5, 'WyJTUm5SVU81aENyOElzZ09wamVMcWdRIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(88, 'IEjtp94ihS9k2I3zyfvrF4nVxWP2XhbzXhC4gVLYU68', 5, 'WyI4NFRxVExiWWZfTU5MMi03b1dsaTdBIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5oqV5b2x5peg5L-h5Y-3Il0'),
	(89, 'Pqz2G8ZRxcgN59N3czhoCK_2BjpJXmZzrBFzare69QA', 5, 'WyJxYWYzeU9zLWZqM0hYRTJRM0xEVGtBIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(90, 'SPfQGBTQvIQm4pwPqg80cr32k9yIPWkHGQI9Xuo8DQU', 5, 'WyJQeXJUWk1uZjZubnBmNDNBZ0M3TExBIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(91, 'p6qbS6Dw6OMQxtiXL9A-kaiQLNRXk6iUBtr_W1q9-Ps', 5, 'WyJMZE1Eck9EOE82Wm1Hem15LVZPbDZ3IiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(92, '0SvH98VcTqiSSNnQzQBYQ60ykJDmkiYK0G0cUzUXrVY', 5, 'WyJDRnNZZ2xFRWNnOTRQcE4zOFRIZEJnIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(93, 'SQclxgbId5yC0JqB9-qV8w5puOTtKeUxdC_RCK9dVME', 5, 'WyI0clFOMk9pa1lZZ1J0MmJsNkx6NFRBIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(94, 'OZdHr05l0QcsHae5XKr2LaEr6m22Nalmty2sWpJiryI', 5, 'WyJJNGo1YkNQU21QSGJ6dnFXRjlWVVdBIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(95, 'ebUBA3UCx79LMAxexqDA_GFUuGpNZAyv79-Stmftx9U', 5, 'WyJBQTV0RkQ2VVFTTTJoRXh3NGtSSk1nIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(96, 'TYvoXRFWzHDVR0KKT0GSG6Q0QZgl8_dZiGDvJsdOaCk', 5, 'WyJ3VlZqOW9RZ3VqQUdhWjA2aUs5RkxRIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(97, 'GKpahvP7ZobYd8Af8aMGMyTBnfpBNQ9LimY7MO0rhLQ', 5, 'WyJLc1l1WGNrZ19leTZXM2FERnJSTXhRIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(98, 'KxxTd_sRMGZwWP22E6ANnPfg3Pw0WHM_7--wYemm_GU', 5, 'WyJGa2FMRzlIS1V4RHgtZVhoazNsQ1NnIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(99, 'RwdYKxdh7-qiTcjl6shmjzVeue_96fdGsNBJCpTFJFg', 5, 'WyI1cDNVQUJtYklyZ1lSRC1OMkJOQnRBIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(100, 'qZ83eMlXTBkU2068ewfRa4_z06NGVVuqGN83aAVwefU', 5, 'WyJLZjFrMll4aTA4WE1uM1k2d1pKdDJBIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ');
INSERT INTO public.disclosures VALUES
	(101, 'SU3EJQzaU-X5VA8LVfk_cL5Iy9WPGDBQmWHsyD_mgIY', 5, 'WyJkcUVRLTc1NFR6TmRMcElGaHFJOHd3IiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(102, '213ISiMbsmpyuECFmWjvE8KROHKs2CEFH83JJmRiEsU', 5, 'WyJCWmJTY1JXcW1YUGJnWmp1d2VJM2Z3IiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(103, 'rw33-nipuGAFcTm-7Cv7xcQulK7be9v_hJF-vo8FzF0', 5, 'WyJkSWZlV05tRjY3S19mMWthWXhUdTdnIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(104, 'vMirD7J5MopXN1p_P9oM8OvUQZu8lH-q2nvvExk9gQ0', 5, 'WyJPcFQwRERIN0V3anZ1c1UySy1qeUF3IiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(105, 'B3AWv_TOA8hUjGed9kAYY-xuMaS-6LgHAR0SJjkLurA', 5, 'WyI2R1ZCMDkzc2hqM2dkVW1lZnA3OXZRIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(106, 'QxcuUvPBUOqL5_O1Z4zABzoK6qzLCmnT6FoUYt5HWR0', 5, 'WyJDV1FCdHVjSHNiU0tkMzg2a29WWHNBIiwicmVhc29uIixudWxsXQ'),
	(107, 'Uztg64en3RcE2EfC_B__Sc-sNWiecCfZu5OF_xUawag', 5, 'WyJCYmtUWVhjaU1UNFpQUlRwNXpqaVpnIiwicGFwZXIiLG51bGxd'),
	(108, 'gJ1qCcSTQ0cr0-tZzTt3nBemeL8ai_qQzwReHSd6FZg', 5, 'WyJ3QnhBUTBEblRVTS1qd1o3NzAxdkRnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(109, 'Ydkb-k4z34668_ZWHaOE66RZ_WBZ18Qn4VT7JprOKbg', 6, 'WyJEMUlfTXpDbi1EU1cxakx3em1XUHB3IiwiYWN0b3IiLG51bGxd'),
	(110, 'IhZpP2YmVIWg0eM3p8I7HubdF73rFLB5Z71Y1abfwxw', 6, 'WyI0WW55SS1WeFA4bU82bk1mazVaRi1RIiwicmVhc29uIiwi6L-Y5piv5rKh5pyJ5Zu-5YOPIl0'),
	(111, '-YLPxoTCAuwXD52JAwGgnEGFWz5ASmHnBZqlCvNW-VA', 6, 'WyJxUlNQd2pHV1lPQUdpa0NqeGMxejZBIiwicGFwZXIiLG51bGxd'),
	(112, '83n2UZAswCmy5guIR-SxtielmfL_LofUnbyujfCNASY', 6, 'WyJ6cEc3RGRmZl9MMWRNU19adG4tRi1nIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(113, '66v2cGc91FV8nxHz2ducPHFl3idwSeX4EAwYJIcXPLg', 7, 'WyI3NjY3UVFTdjNudzBvMDA2V1lPRkhnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(114, 'zG_uicACXUKtWiEfXB7tPZmDhqF-WWaO66z51C0dgfc', 7, 'WyJNem1xYUlDbTQzR0g2T0VvTUp1UkZnIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(115, 'F1IMM5-E8q_c_Q-saCGiRbMctUC5Cfp_N4tic8t7P0w', 7, 'WyJDbGNNZFhXZ3k4Zm90cHRIeFo1N0dBIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(116, 'czXCjAwaLoe5Kpm5vPvlf7Y8bTkxNpVt7tVVQydny4A', 7, 'WyJPOWtnNUdkNURBY0JxZ2RLVm5yc2NRIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(117, '6FhTSOGuuduFR5-i84dobhcTwvDho0TO-HXW_bdtUZc', 7, 'WyJpd3BzZFdaN2ZreTFsTVFRa01VS3ZBIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(118, 'tItT0D4xNcDu50_29uaj-br9YIKFYvemcpdFyRg9Xj0', 7, 'WyJNZ1AyUDZDSmI4OVV5d0lPNlBNYWdRIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(119, 'fEbSrd8rvRWI_A-NwEIEcRQ-jjeK_moxYPp9pz3QbCI', 7, 'WyJnWFlHMEdsSTZ5Z2hpSEFJY0VlTVNnIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(120, 'mVI_EQrCrH6MgGd0Absq70Sd-sqYpJzfhuOP8PXkK3o', 7, 'WyJKVE5HdTBHQ3dYdTdpcWZQOHc4N0x3IiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5oqV5b2x5peg5L-h5Y-3Il0'),
	(121, 'DnpB3tZwDiW8MPBAih7h5VrKNIIO_Rfx_-h1WoN52HQ', 7, 'WyJYUXRFdFdKNXJ0cDJNM3Y5ZElBTDZnIiwiYW5zd2Vycy5zb2x1dGlvbiIsIumHjeaWsOWBmuS6huaOpeWktCJd'),
	(122, 'tLJVJzsNk1t9w41GMIkfzaHfml7ggaKTq1O1XEOQL-E', 7, 'WyItM3l2YUliQ2xLazE3WlNyYllVcVl3IiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(123, 'wMfdwhikvLjCuznc5KEnGrLk0JZ7M5ypJGeWG_Kgpi4', 7, 'WyJ4SzhPbi1iYjd1RXotc1k1UUtvb3VRIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(124, 'nbUFv5hCzuGyj43hfnf5Unn6qnQqieImjS1apZ2P5VE', 7, 'WyJoRjlId1BGVG9jc3NTS3d6aGM2VXFnIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(125, 'qlZH9Ot_Wm3LbDC0e9hjn-zJAOKWWwcAm9zMhJGJmvM', 7, 'WyJLMVRNWmlxVnpLcWRpdG92am9VS1pRIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(126, 'I6R7XZsLB_csxctW1QNimH410x4dcqxpAsMkCI_raSQ', 7, 'WyItZUU1TTB3TmN5WUZQYm1Fb0NuUlF3IiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(127, 'UyBihnTd4nPMjgfOdTbORmCD_23dLmaWPRr3Ll62T8w', 7, 'WyJRVzNjZkd2UHVuT2hyazl0QkdiWGJ3IiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(128, 'JbGmDGvvLBWsR-sT0182b6AAgT8bI-UMEJZKtYg67Iw', 7, 'WyIzd0p4TTF2Y0tVLWg5c3ZORTNRRGd3IiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(129, 'Z4bslT4xK1L3Ae8RVwW8n-EFUwOB1X6wuqV9qaXWyu0', 7, 'WyJ1SHp5NTI2M3ZCUmVMc2JqWmN6aEdnIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(130, 'PTeZZAPAmVYJ3kuaGL9-izzf9jtV865PSuB8aZSDwT8', 7, 'WyJ0ZlJMQnRRTXJ6VnNtd2V3UHFTWm1RIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(131, 'UIylhMJIUE90RjtN1Lg5xH9MfzMrn5GUbWZ1NpBxapU', 7, 'WyJMMlFlclZUa1pvUDI2aTNrWUU5LVdnIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(132, 'ZhnEXWnP2uf74EU_L6y96Fel99WUAwQE0ckWYEbOlTU', 7, 'WyJ6WTZBUmVmQkxTa2g3ZzFMYUd5TE1nIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(133, '0Dras1yjq1CAGMWv3jw5gEHVzID3xLLezCZQxH28GJw', 7, 'WyI2SGsxQXoxQzdiaW1kS3NkVVhkcVZRIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(134, 'DZmySm4vI6-UIaoGP3HG0FyRByEmbFaFKwR4t2USzjc', 7, 'WyIzM1hYYVcyN3Z2T2EzWFQ3TXA4X19RIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(135, 'DEImi9Yjv-SvUkmEXJFWiFOuCTkP0i9CEZu52XLVlrw', 7, 'WyI2R3hRM21QR1NVZFUxLWZreHRDdTdBIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(136, 'fTs3Ox7L6x5WQkD8iczIOgdspvDyLk6kBFgorRe7Yp0', 7, 'WyJGeGVPWEEwOWYyLWFLcDFYSjlTd25RIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(137, 'c9wCcEFS60l3qx7uUX1KArZtsQHl5EbW652aMW0om3E', 7, 'WyJJUXpBX1FJdWYtdUVwVXlMSmJ3T3BRIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(138, 'RyM75aNbfCZbV-fqWYVYbTysv5iUfT8-BatSApAYXYU', 7, 'WyJhcUQ2TThrQnYzSUpSMWUxMDVGNXhBIiwicmVhc29uIixudWxsXQ'),
	(139, 'St4U3XSRiZavWFGCTRjOlvlc_V-N97zWoCfeYM9HAKk', 7, 'WyJickljTEszdWxja2tpakM3WlB1NjNRIiwicGFwZXIiLG51bGxd'),
	(140, 'hocdVpAcIVfRRLG4gOZSu8TpbEKky_nYpoAHoM294xk', 7, 'WyJ3Mm5zYmF0c19CMHJySXRJaGVuSzZRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(141, '8-N-niLCBHQsskaXjEj-1jF8fmBg5_u-FAZ8VORwtiQ', 8, 'WyJhMnRiQzdNMklnLVJSMGVIQmFfMjJRIiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(142, 'Sd6gQIkfUquzTPffDN9vU22wlAeaoQlGO9M6zWb61v4', 8, 'WyJlLXhoU0V6aTNGRDRqb1dtc2w2dXFBIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsIm5vbmUiXQ'),
	(143, 'f00i4ilLr2q3NDzVvdFauvGeU_b94xlJC_szLJgz8BU', 8, 'WyI2MlItMzl0MjFyQzVXTnprQ2ZNNGFnIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJ2ZXJ5X3NhdGlzZmllZCJd'),
	(144, 'xmYLz3X6QrKLkUCbCJrv6Cn1qG3HnVpHYeNE0OofeMw', 8, 'WyJBTWZQV3dqU2VZRDdtcWpfMWxzNjFnIiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(145, 'DGO-iHod9mBdBRVJEO42fTrB-XmRVQAwQQWL0e4NTRQ', 8, 'WyJmWmFqTWVNd1gtanMtaUFOb3I0RmN3IiwiYW5zd2Vycy5jb21tZW50cyIsbnVsbF0'),
	(146, 'KOyzOJVoAe93uEYbEf5tDtksPO3dVKVppJJk-xEueCM', 8, 'WyJBQlFWY09lU1BhRFdpdGtMdnh0dFZ3IiwiYWN0b3IiLG51bGxd'),
	(147, 'u3HCdMkINgADKyEFfqlWL9TEdnXRxdAfupGIyrNq5Ng', 8, 'WyJ1N2haNTByMnloYnhjYmRHQkY0UHpRIiwicmVhc29uIixudWxsXQ'),
	(148, 'ow5rFVSowPpfzY8wMIQu-YBg_1ZRZb1AyCiuz3pdwuc', 8, 'WyI2MzJQOUQ2QXYzSmNkR3V0UHVfemJRIiwicGFwZXIiLG51bGxd'),
	(149, 'VW_eFuFqP354I5jg-fdjzfc6nNC-cGDep-D5AoM7thk', 8, 'WyJ6MjdlWnotcE94RWpsZHNRVFVfb0pBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(150, 'Jeq5EHwEN5rFH65A4uFzCtqunK3f07KvETfV4flKaw4', 8, 'WyJZQ19XODhDQ01qdjBxMldiV0JFY2RRIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(151, 'wyySirxfX-zAlIUhSCZOpDcsnogMfv_GjHD3fKjdJQ0', 8, 'WyJJQldMb2MtdlFuZmR0STJ2MU1yc2JBIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(152, 'wIF3EPMNFIIO-me5TMLa6IRnpo6o5ugoS3_mwBeZk-E', 8, 'WyJvWnJjckhhUXRmNU5FSFlNVl9aS213IiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(153, 'HoFHiady2A4OEGInRw-hbHmyGeoo8MCKMEU4EdoHG_0', 9, 'WyJkTFNUMjBYclJiLV9udWd6TldjalVBIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(155, 'mpAtHQRYDHKox6Vnin5CkK22e_4wGHG_aVcahSg-YaM', 9, 'WyJVUUNFRGNpLWM3ZF9EbDJtTFI2dTdRIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(156, '5f2YfyjuGS93q_tyslM0bclQrS1FIR4IBqfYEhcQbLg', 9, 'WyJyNGtQRjZpMFVjeGRIeFJxSFo1WmxRIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(157, 'AMYkAB7HRVZn-wX4XdooSHJ5hlXj0ioBa1JYGm2-my0', 9, 'WyJYSnRfaDB5VF82Zkl5X1BocXdOSFNBIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(158, 'MDglDVN11Fl9Wnwzg2M35Bln78F0w28eVcYCJWfNwv8', 9, 'WyJfUnNCS0JLSERGd3NleVE4UVdvVy1BIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(159, 'Dkdqsxb4Z40eLHYCxshSTaDNftX98anD2aDQjPJmGZw', 9, 'WyJzSi1EWTNoSHRENEw2b2ZTUG55b2xRIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(160, 'JGI8-GoNagkrQb5PYttZqmcdfwDohZE3OqcLE4fYZMQ', 9, 'WyI5NVRnenBhekVjYnBkVnBPSzR1UW5nIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5bGP5bmV5pyJ5Lqu57q_Il0'),
	(161, '6CyzJ-EZEQlVB1MO0OZs29Ob1LNSX6qfSQgfI4UmRfs', 9, 'WyI0STk3MmlRZFpuZHNUQmpZQmFBb0NRIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(162, 'FpKe88SViBEwSdotYFRmYZ3NWryc92fsv49Jg6jimIU', 9, 'WyJNMHRrOFlRMFVBQURTckludmU2enVnIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(163, '1UrtTQrdM2V2kIU8BBHtkTK22E85J03Cyp3qN6H72ZQ', 9, 'WyIyQi1veF9aSDFUX1lvRHhudWRRS2tRIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(164, 'pPZ_OpqxAXir6OrD06T4FOQOrdmagkI2EOCKcKy6qj4', 9, 'WyJ4dkhFQkh6VGY2OWZuTU9vbVNHWllRIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(165, '6n57RO3_4m3S38k6UQB9GUTJnon0wi4dgvkHAnlPr2s', 9, 'WyJOQWVQWDQzUlJQUVB6RURxUGNTR0xnIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(166, 'ISeH3TE_53VBg3X2funkfW2J6d7aFT2S5RXa9U8J-R8', 9, 'WyJhYUg0a25tb1RFUTdIcGtndXlSMHRnIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(168, 'ZCFAC_kpqGWfEE6R5lnHAE-ZJCPCVEhqPq6MK82na74', 9, 'WyI4WHl4Sng3dWk4M0F0alA1NmExaVFnIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(169, 'sbscrba5V9W29FnXjZ2Nia2dsKI-T3FJjoxg_eEiAYQ', 9, 'WyJib3cxdHFFQ2VONldOQ1FnX3o5OE9BIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(170, 'FNFzS5Y-9cF7Erdzjiag-2EmpZ-qUOJzSzpcoWyqt5Q', 9, 'WyJuRGlMdTZlSHhENXpqbFM3aE93VFJnIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(171, 'DlDE014j9qnLO85O0kr90FPcmrI0LZM549TbP0PJddY', 9, 'WyJXdlRqNS10bVpvY2ZEWXhMOGJhOE13IiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(172, '4cE3cfHwdz4Ciyr5hVCX44BT6LS6V-VRWtaKKSNiNUg', 9, 'WyJnNHdyNm5pSW80UmhzWnlCYTFzZEVBIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(173, 'rCWuunFKWtJg2Ckepi8_Q1g6lVHSiSu-YAIryvMW2eg', 9, 'WyJCLW5yZ2dRVDNVb1libzRlWmtlN2p3IiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(174, '8dnUHfej-0bnDPUV6Xb4Ko-S9u7wFNwf0YKDrlXcdgg', 9, 'WyJzQ2dGS1VEdFpWV3JCQW5yMGxvV1RRIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(175, 'Cn0zvRdeoqYmDNfRXXVAN44sjVcQ44Ryp3KrW4JZgtY', 9, 'WyJmY2xFNzRiYVlKWWVSeTJHMWVWcVVBIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(176, 'eueLoxWyPG8XDfYr_UuqqGlZUVe4l6S0kSY_lQEh7hc', 9, 'WyJiTmdhSDE5MjhGazNtQmFMQnFJMV9BIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(177, 'dofoR-eY8-YqfSg3KwsN1_Q0LOfLCgRgVtCYEIN5L-I', 9, 'WyJ5RXRwbnVHdFlLcFFGdnBxUEVZVDh3IiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(178, '4-FVyVKTcr9SJo9PaWMl0V6qV2bvH2vIofjhinEDOBs', 9, 'WyJTbmloTTF0c19ja0o1VDdISHVuTVhnIiwicmVhc29uIixudWxsXQ'),
	(179, '0TVtRVxHaub9WxoXC559q5NKyBFPujoZXQKCenK4ERI', 9, 'WyJUT2VWZHE4VF9OcGdTb0Q1dWh3ZTZnIiwicGFwZXIiLG51bGxd'),
	(180, 'hBHBN7KmI_F97H3XNOR4qU6nX6pgbzSUo1BEqNAfAeM', 9, 'WyJJeS10NGhSOF9US094X2NWT1ZSSmVBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(181, 'KlmOk1ek6UKSo7kTBa0b3kKer2WAmyKeqXQt7Uz578A', 10, 'WyJqQWdLbEo3X2JKa2JLQjY5UXFLMkd3IiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(182, '_7k8ahb6zxnzFoDYvXX1XoaGZJdEYeGIEP2nTm-s1x8', 10, 'WyJ4Z21qRVZHZW5jUXJrQVRvUzVCMGpRIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsInllcyJd'),
	(183, 'CSf5pbIdLIoO_eDhGS3aNZQC5to20aIgOs13_rnIUuE', 10, 'WyJjWXBSdUFWYzlBRXlkekVOSlhlcGlnIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJmYWlyIl0'),
	(184, 'JcQ3BmfNl5v5gTrhG-82Li5CxQlvEDUAbrSs3MGhblE', 10, 'WyJKQVF5LWRUUU03bHk5dzd6UEZ4T0pRIiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(186, 'xKj3qieJl4-q8QU4Obeu1E22RNppFWSF0UK6TlHJ07o', 10, 'WyJhMUxISFlOdXV0Sm85bnkwWjVKeDZnIiwiYWN0b3IiLG51bGxd'),
	(187, 'ky4AupfAZJzL3821Y-xhwWR2g7eH5Iwv0JS6Zut_X9M', 10, 'WyJ4emNWUWJ3bW1fMExRRDlta1h3SElBIiwicmVhc29uIixudWxsXQ'),
	(188, 'cElKzt2OBiAg8dwuYpfZLmhHkdJ_7iz5FWXTjJSsFho', 10, 'WyJsT3ZLWkdhbWxBUE5iaGprS1Rrd25BIiwicGFwZXIiLG51bGxd'),
	(189, 'zAg3NSIQWvE4wcZxJ8R5gyfycQosk_9_LmT_cQRywyk', 10, 'WyJJdWlxc1lTbU1ITEozMkhlSGlQNGdnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(190, 'xx5FxKAO5BKYItv-APYikj19tds0jfvbvGNXOikwsAg', 10, 'WyItUEF4NnMxc1htazJEOGtNWHBqb3ZBIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(191, 'W1Mxr8ZpEoQI741fJqYN19VguD9bb8tZ1ozYx3E2b5s', 10, 'WyJrcGgwV2ozNkxDek1VdlFiUExQN1NRIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(192, 'PUmCRySdcMYlcCP7J06RY0BymnSBAeWNzLMVJdwzYZM', 10, 'WyJLM1N6bVFGNUJZTTVtbFRwUnc5Zl9nIiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(193, 'LcgOParpJYetmHuiupLlL5P4fRrGbbIH2NbGn_3yHgs', 11, 'WyJ2VzByaGtGemVWT09ibDFQXzJMRzlnIiwiYWN0b3IiLCLnrqHnkIblkZgiXQ'),
	(194, 'hpzhL9CRK4dVYX8cwN2H7wSCIXe3a7eRBnRFP5Wh--Y', 11, 'WyJqeVcyWDEteG1KNEx2WlAwSzktMU93IiwicmVhc29uIiwi5pys5Lq66KaB5rGCIl0'),
	(195, 'Q0Pk6inCArqthtnGxEy9_hf1prIQ1TbXRsTW35nZd1g', 11, 'WyJoWThETWFzMHo3elpYTnU5aVNOSnFnIiwicGFwZXIiLG51bGxd'),
	(196, '6ZYUZUh-TNl8HvZccTT2lMVudgvxDMetz553wi8TBSg', 11, 'WyJ6WnhTRE1MMnlVMEFUQ1d1alJ0c2NRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(197, 'hvjGvukuWrdVy9fAcs6sxGNqDloHkESCOGR1Tac-gCw', 12, 'WyI3MlA0UTN6WmpGTmJMQXJVeXRXY2p3IiwiYWN0b3IiLCLnrqHnkIblkZgiXQ'),
	(198, 'Dy2bHC4UOr-rN7A9HbXiaXLlEzn6f39NPyFEOAbMFro', 12, 'WyJSb1pxblVnSUJrX3duZGdsV01QSlF3IiwicmVhc29uIiwi5pys5Lq66KaB5rGCIl0'),
	(199, 'e6SM541NU3dAf11kOhGDjtW-O0SZ4V0yO10EoyTmLSY', 12, 'WyJLclpkdk9TSWFaRFk4dDlIenBwT1ZnIiwicGFwZXIiLG51bGxd'),
	(200, 'B6EG-8oBqZa06_I4u9xkMgjTBOvYAzlq4gLD99SiOK0', 12, 'WyJHV1AzVkk3RFJVX21DVlVEX2pETGl3IiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(201, 'tOXsMJSL_LMNHL7LzlPX8g_bEuwU0O0hcVV6tKM4Sjo', 13, 'WyJqelpCR3B2Qlpra1JwM09zMWs2LUp3IiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(202, '6b90nn6mFjwqelevj0cqOzzFjVAwFQbFTMwTbYJL_AE', 13, 'WyJldVItTkZ3Rlk3eEhHUWtoRjNLTEdBIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(203, 'PFh4yxSbLW2fHNGp_Rdz-_kAlswRnKr-vPsyc0GOKwA', 13, 'WyJLV2QtQXJUSV9sVFRBVUVHTjk5eFV3IiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0');
INSERT INTO public.disclosures VALUES
	(204, 'W1oY-jOX_qQH7xWRZbRJ-6r00amTmb4Nx5_fwqMv_EY', 13, 'WyJvemhVb1BkUlNIZFcyRGNYOVRTdmpBIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(205, '2gQ5qRDy4SbFj6p_qAw9EN9oUx65z7KSZq00J0kWn1E', 13, 'WyJYNS1IVmRPWmp5SzZMMXRWTWNVU2NRIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(206, 'm2AQkRJC9Dvzsg4pFfgqaULP-R8R0MEXdlcGh3KpBrs', 13, 'WyJ1MGZxOTBseXo4M1VjRGJMSGdEeF93IiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(207, 'hi47vAXTUomU3_bqy0VLDrF-MRlQudUPkYlzdTd6nJ8', 13, 'WyJFYmJ1R3hUeWZlUDFzNENKNFJiSmxnIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(208, 'VKhFGCyyTLeZlbZMAzzBYupu5yYjMiFlqVRV6agSf-8', 13, 'WyJ2ejc2ZnA2blg3bUZVSzMyQXByRmJBIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi55yL6ZSZ5LqG5oi_6Ze0Il0'),
	(209, 'RpyVnvrkNxA8g-x3TcRDwb4OgrV9mtLKn07HQHthJug', 13, 'WyJseGRNenVNUFl6dUxWQlhScVFpaGRBIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(210, 'uSkJ6zqNlVFh6HGD4sB9881CtlA16PMbITlsaHBtkys', 13, 'WyJkOXo5UGF0N1BxWF9jQ2dmcGQ2TmN3IiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(211, '-qm8bCdesCgitdW1iQOxrTIEFoUmZZOlnSeYEUxmyag', 13, 'WyJMcHdkb056WDVoMU5rUWtzMElfVkF3IiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(212, 'qVd_QxpTaL6pAAV-0ZhXIXhWewwuE5zs_pmpIY7UszY', 13, 'WyI2Y3QtOWNYaHpXZTJsdFR5b0RJanp3IiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(213, '0l8vsF1cNVzrcrWBnTCjmwwfLYCXgxNBSQoL9BkxQvE', 13, 'WyIwU210V1AxRnNCaExsWlJBQ1B1c2VRIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(214, 'i3rX2pUellsC665FpszBhJYewkNsPeyzdMNu0UqTPfU', 13, 'WyJ1Z284aDkwZFA4Ui1rMWR2MjFzSldnIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(215, '02F8r_RTqCZhdYqxcxdwdxabTKV9L746mPRVWtL0lxg', 13, 'WyIteWNvallHMzJrYmlGak5EVWJmY0JBIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(216, 'SWU8bJCM_cytQ7MiDPAKhsfT5ZuPN9QfXfB2ERfUcr8', 13, 'WyJhbmZJdkxqb193RGtpdjBQbmpOQ21BIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(217, 'cZI_VoG9mbVY0JJmtoYajwxZP5jqbl61SzomtQIAQXI', 13, 'WyI2TnN6WDlrSElKajZlWlQzbEVEYThnIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(218, 'db8fahAjJnkiXLmkuyhHXoPBL-JkfE1y9n8UPjC1goY', 13, 'WyJKZmoyOU9TSUJDMWN3NnYzN19KUUV3IiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(219, 'FqLMfO6PIcRafIkC11NxDLSk9HYi6ffMSvKrWY3ugTk', 13, 'WyJzLXQ1R1ROdFEySGd0QnJIMGZsb0dRIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(220, 'vWleWtKv9yUQZEf8nTghgAl0mtRWI65znsyHKrSgb3Q', 13, 'WyJsWGI0a25Fc2pRZmdwSi16M2xBcl9RIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(221, 'e3ySOtQWotPdhRhxNlvTyAUkf03g46bxRYXeC2GUXjM', 13, 'WyJWWDJ5UnJfVVBxcFUzdWc2R0NnX2ZRIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(222, 'GhcL_kAUKn7sTupc6zTTl1QZnEU7HP8tolry_H3Ab5g', 13, 'WyJ3V2t4eDRUa2djWDYzOGQ4eGRIbGlnIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(223, 'nTmB3X6OpRYdsqv31qtkJ-L-biRhkcOqP3UgCj4pKHc', 13, 'WyJXakZ6TUNhZXRyNkdiUDAzM0gyMGRRIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(224, 'yDmVYH67CBDchGu4L5_UIBu1vWO6DUJXLUozBHuyxfM', 13, 'WyJKb0dKeG9zbHZNbGhpSXV5QnlMV2pRIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(225, 'X9IlnzrcPgZYI4_kdJHW9bL6nvnoFCWjs6wC4v8t-yo', 13, 'WyJpd1Iwc1FsTm94TW5kNncxUEljRE5RIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(226, '-9gTXqF-nekmml-QxfnbrYPSbuhzXbrG7JNYX-M1YV8', 13, 'WyJQclJRUEY5YW5SOFUtenZtRURpdnV3IiwicmVhc29uIixudWxsXQ'),
	(227, 'dhCfv4E9oF_u2bjZ5RWKtoK_Wba8UuTGJY2sDuP2n8s', 13, 'WyJwTExUd3B6WUhmaVV4Ty1ETFh3MmF3IiwicGFwZXIiLG51bGxd'),
	(228, 'pYOAV3jiGv-rhbyvkFGwgNar2QW7SHIbt1T5Kg1MgM4', 13, 'WyJxbDVKS3IyZlROMFFlSzhnVVl5cnVBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(229, 'fKaEebOhu2F0e0z2Bip48LUPi6IfQ_tXnPp-R2pKmFM', 14, 'WyJNOFU0a20xSjg4X2FNZFdtUTlsQmdnIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(230, 'P66A9Lllhm-vOOmXSjCALgv7Vmclxqscsg-5bcmUExM', 14, 'WyJoWVZKR19RSnJrX1BDXzNTTkkwODhBIiwicmVhc29uIiwi6YeN5aSN5byA5Y2VIl0'),
	(231, 'DQ_DGnEDcqLoK2NP1nFnhSmJoBYUMKOXfMO3zL9YciY', 14, 'WyJxcjU1UTN3anlWRGNHZ1JZSURtMER3IiwicGFwZXIiLG51bGxd'),
	(232, 'qw21kKjRiKv8CT23R618JiAtGlaG2Jgx58GRtUCn7dc', 14, 'WyJEM3pNTUI4RTdPMlZteE13VUdzSDRnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(233, 'wBEw749U-i_cdKyrZw359pFEGuNz4ioGZYcCMtHKTlU', 15, 'WyI5NjViQkg4QUhWemVrdEpiaDJmYnpRIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(234, 'MHaBHmQt62JA64ev-e0AL9cNMOcla1mYckioA8Iip9k', 15, 'WyJZT2hEYkVBN0NObVpEZkh0d0xWSFFBIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(235, 'pJrzQXxecONRkLlscwMmY59cHtaAOwAdpjuLNkTxZsU', 15, 'WyI1OGxVN1ZpM0ZvaF9UUjFMRWRNeGpRIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(236, 'nheljh78C9wrVM3_s_nPvZXVodmM9rIWwU5_UdZzj6g', 15, 'WyJadEk1aE1WRkdQZ0lqZkZVVlQ0TzNBIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(237, 'tRagGm80uhJTfIVhiFWJOVgFUxwMfKfXQEvRpYMeXZ4', 15, 'WyJ5Q0o1VjZkV0Q4dDZlUlJBMUpVR2pnIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(238, 'UjzEiD_t7g1OUkLXHgZZ6f3yp6EhIkjGqN6e8CXh5xY', 15, 'WyJxZnFGdmlLYkVVZ2h4UVRQWUJSWjB3IiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(239, 'Dh-nlrXvoF67Efalgw9Dy0LuEWwpekSjkgZ0e7IhF-c', 15, 'WyJreTJmeEZHZGNjTVZ4NXN6d2p2YkV3IiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(240, 'TBPK5uzigje8qVZ2sk5mjWUkZlrDmJMT90HeP2lUc0Y', 15, 'WyJCRkdqT3NqcUlrVmQtNDZmZWZ4OGN3IiwiYW5zd2Vycy5yZXF1ZXN0Iiwi6LCD6Z-zIl0'),
	(241, 'PrO9hHZIOwiFQbl6IZ-xHDfWp-2WAtOvrXwg4ZURpIs', 15, 'WyJnYlVUZHRycVpFVFZQbVdrZzVGcGNnIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(242, 'jqWqhDGgpJ2GffxLFzxbqMPdFW8j40RNbC6AdxpQ2Ss', 15, 'WyJrNlQ4R25HRFFZaHBjOEo4dTlzdy1nIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(243, 'le44jv8EW7uuy80P42KeuZhxeSE_jC4ftTXYsBbZhWc', 15, 'WyJXT2dSd0NmVEoxMzd6MXpYQ0hGZ25nIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(244, 'nf-4wDIM5ZeBqvwmf4-1b0oFre3EeXC-4GcNHKWF-4s', 15, 'WyJvUlhrRTJiQTh5XzNpclVGN0xoanl3IiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(245, 'pJHKNoCCDkGntgIKLRWWsnKjFl1l0W7C8LmLEjh2rE8', 15, 'WyJtMkpGUEkxNTNvM3JQN2x5WVkyemF3IiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(246, 'wuxQ_mkRB9rIrX2Pw-AjHhqm4bWoG6ZVZjAzgBHdtHw', 15, 'WyJGaEd0WUV6bm9ycHprZFpMV3NwaGJBIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(247, '7qBJabnmfL5VSFV_J546BdfAyLgJV4mSDCYM5nTR4DA', 15, 'WyI1THFxQUN2UTh6SWdPTlpZcWJwckVnIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(248, 'SEabGZxghbD7auczt-3G7_D57ZW5mU6y6Bs_4T8z0OM', 15, 'WyJaTVZXbnY1czJGMDhhTnRPQXd4NTl3IiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(249, 'JXY-dbNbtwi3qVrYrFDRumoxeSly0umTRbEtL0nEMJk', 15, 'WyJLMVZEeDktTHFsa01HLWxOTlNDXzBnIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(250, 'd8hlpj4jaqToqO1zGP5OLGCjvdj2pdroF4I5mkwAf6s', 15, 'WyJuU3dKMVdpSVlRNFB2QjYwemE1eFdnIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(251, 'uhhecYHQfeOpAGDN6kzSChUVfD_92ppHJ4ug9wZHQSo', 15, 'WyJLcjg3UmJObU5pN1ZOSDJYWDVOUW1BIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(252, 'RYK-4uJIe_LGAQ0hTBhXHtbgfbyDjZD_SunmW-yU0I8', 15, 'WyJkdFpIWlRUamwyWWxaVmVGbXlEd1ZnIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(253, 'oPuBG7GosjvKWurNerVS8xt-qGPv8P_p9aioyWS1d6s', 15, 'WyJKVW83TUVDaFRDMGdMTjd6Y3poTTFRIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(254, 'hPbDbm6aWrHnyGESAaMbmzgYn7yIVY51X5djjRf-Jkw', 15, 'WyI1YS1DOWktWjdoNEJORFVvWTdmeV9RIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(255, '6wXvfqw8l7binhvitSl60ELMlHzRhN56MYVRQX8k2h4', 15, 'WyJrRHptTzkzZGs3VGl6SllSazhSajNRIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(256, '2srM9gepKUF0g63IKhouFgu3lIXiv5k5f_1ck_5gwvU', 15, 'WyIwVVBvNDJUUTR2WGFkWkt4SXRLWmdBIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(257, 'hVbJopKZAJfrfVGHRQUQ7aif5DS-IpavneflYcyyC98', 15, 'WyJidTlBYnFsbHlKZ0h0eWltQVgtdzdBIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(258, 'ibUwi01tDYvFlNC9WSBlTmfsdkrcJ6I4XOc5fDrCy8o', 15, 'WyJuU1VVOTFUZkRUcDdiLTlJTU9lZU5RIiwicmVhc29uIixudWxsXQ'),
	(259, '6jPkDJ_7lCuxT6v1qou52HANNECnbW80NbYwuzfPxcY', 15, 'WyItUU9HS2c3LVdTQ0tuQ0JzYVZLTVd3IiwicGFwZXIiLG51bGxd'),
	(260, 'DNtkay_WiKZTvfsKve0ObjEwH-Nc96uHZQTZRJlVv6g', 15, 'WyJTVnJLMmtoQlBvUHpuRWI4aW13QURRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(261, 'Ih6NrYYuaXlEA0VEvD-YXx5gqvgcyYedRew00HlXgII', 16, 'WyJOWUhYV2xBUE9qdkhSX2dGd1d6R2ZRIiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(262, 'jPVQ-A8DJ7zrOTGnuAvtF2SRrzofcMiQODBi5qIq5z0', 16, 'WyJucWxWN21TZ0UxLUxqamRDZ1VtMXBRIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsbnVsbF0'),
	(263, 'TyjXgrPv2-AYWIo6FhA9saUzFnsPwtaPDxXp_oe218I', 16, 'WyJLWlUxRUlXNTVKZHUxT3JWTG5qN29BIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLG51bGxd'),
	(264, 'THmpd9XWdA6T78AidVp8CakAMlOqaTPx01Hq318w7zo', 16, 'WyJRM29DbHdmZ250U1g3SVNiUHQxVXR3IiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(265, 'ILXD2EfP45dI7v9NT0Zvg1kF9JlyFXkKbI1Wmud-ahM', 16, 'WyJqb3A3SkhLa09Ga0hBYUkwOXNrUkZRIiwiYW5zd2Vycy5jb21tZW50cyIsbnVsbF0'),
	(266, 'WtpU4uBauSNqU4Q__jEf8GVSaNLyRIn1Qiw4Wc1mGpY', 16, 'WyI3dmxzRUpISFYxZzllQXlvb0pVQ09RIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(267, 'ZT_HXqMJYwxDV1qDCpegvyouFXUBickyrnxMcA9Vohc', 16, 'WyI5ektoRlFWOVppdzZKNHU0MWdnRnhnIiwicmVhc29uIiwi5a6i5oi35byA5Lya5Y675LqGIl0'),
	(268, 'MpFnrH4UkHozylR0s_Px6OvUqkQaSbdlY4iyrBJtl0c', 16, 'WyJVVko5UnFwQWpJWFc0ZEpRZTUxRVV3IiwicGFwZXIiLG51bGxd'),
	(269, 'DsLCaL256YA2z90AoTPuK0h7RWrvNd-CZJnOihLCYGs', 16, 'WyJtLXZMcV82Mjc1enhqRktEeXI5NXp3IiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(270, 'AtFqbny_YJkmv6DNFbFSsln2ROL4_RSlq8Bl7Sj_AzI', 16, 'WyJ1dDRpcGp3aDV4X05FX0FqMmFqN09BIiwic2lnbmVyIixudWxsXQ'),
	(271, 'VPiuWoVJ8KFn-fS7FQrP8a6fjv9bf5L3IS40BTXXLDc', 16, 'WyJaZXkwNWg2LWQ5Z1Bwcm1pX29sYm1nIiwic2lnbmF0dXJlIixudWxsXQ'),
	(272, '2Of-ig8CJP3zQIN8B9f6XVOw3LxquzMIU85YEj35Nfc', 16, 'WyJ0S1JXY1Q5a0NqQkxGSWkydnYybFJBIiwiY29uc2VudCIsbnVsbF0'),
	(273, '8YFSFHBrbWHogQ5Kl5T5Gbm9L-5Q6-l39xU3ghy6xWs', 17, 'WyJFZVlYcXlrZzNXQ2VJd2l4MDh5ZWJ3IiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(274, 'FvlXqo82Ecip2kUB6uOhkku3guq9iS4OYjT9fiWmGe0', 17, 'WyJwTHVIRTBTaEJuMkJ6ejlSVHhzZTBRIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(275, '--Lc_zBgiopPQ841ohANGxix4RnoL3lXbv9KQiiPDTA', 17, 'WyJ3d3NkSXB2c2ctRUs4eVp6V3FlbnVRIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(276, '_5mfTKehCJQnshD-9zTwYlQ2hqBAU2iemh_oEiEINTQ', 17, 'WyJhaS1ZbnFNMWRtb1FQMHIzYUp5TnJRIiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(277, 'Ew_m9NeQ1zUGglqCpNpomAEiCoh59bSh2vXx-hkPb7o', 17, 'WyJuQWJwX2RCTWt3alBOMmh6Y1hldzBRIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(278, 'uAGU48cOC71ocjYcyk2lraJ29MI9G_9361KarVg-9gU', 17, 'WyIwWGk2eGp0X3RnN040MGZmS3phamdRIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(279, 'TNqT1jAbMa4ZLjAuzO1jC8LuN3SAuwu2auIQg5eg9yc', 17, 'WyJYYURGUTk2djRTeDRnRTNnVGJwUVhRIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(280, 'cx3Jz9leDZ9_9mv399reXSJrUAwrzGf36p17dGpmaaM', 17, 'WyJJLTdCMHpEb0k3OHlkOGxOcGN6SEt3IiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5bit5L2N5peg5aOwIl0'),
	(281, 'KlSt6YHlBdTiDb3GYD0Hk1yu6abVI7nL_vyfcGK0uUg', 17, 'WyJualRhWVJVMm9QUm5nMWJRcnFITHJnIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(282, 'aupT5HUFMif7sgSqdJrv24AbNvXgEcjuu--coJFDdmY', 17, 'WyJpbTZ1NjVLdDhPbUVVbENlNkt6bXVRIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(283, '0WWbi970MYGeyxIvtR5nccsPRlyPuhOoo5ZZYX2udzA', 17, 'WyI4VVd4SURHUTJSWC1hMTZCWnFXX0NnIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(284, 'xkPEV-lQGz7ylwwVCkUsPW4GnwJTRX259aA1jexOdz0', 17, 'WyJnMzQzNUNhNEgzNkxjakd2cEltbExRIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(285, 'FHbEav41WAnB6hM0NDh5A1pDrMWCDrx_6aa0tmUOjKI', 17, 'WyJxTUFvTEtQSU1CdHJ4X0IyNDBWc2N3IiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(286, 'j1cYBF_Dj_vRusiJoY4bo3Ra_5Pxy-BNjOvAmK5APz4', 17, 'WyJLclRvUDFWYXJ3MHlHWTdsOXA0YkJBIiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiRlBHVEVNN0NTTSIsIm5hbWUiOiLkv53lr4bkvJrorq7kuLvmnLoiLCJjYXRlZ29yeSI6ImNvbmZlcmVuY2UiLCJwbGFjZSI6IuesrOS4ieS8muiuruWupO-8iOa2ieWvhu-8iSJ9XV0'),
	(287, '3wS3u6OhyubLK34F_LjV4zjI-tP8D7WmMaQ7SAON8XU', 17, 'WyJNUEoyQXJpYXFfejJ4YTh1bmNEbVJnIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(288, 'J-_BbI63t0XoRbV20ZQhzXxQ1YNGwaPZ0k4VfZ9Kyy0', 17, 'WyJTdWVPQnloYzkxQ0RycHlSQmtsWnNRIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(289, 'nZg7T8bHdtpuAQ4PqjeJzdZA6N9HK3CWuoteb_126Ks', 17, 'WyJITjNVUUNvVF9xQTBtNG40bllfMWRRIiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(290, 'KEguu3-p2aEeKfF7riGyWDG6hiAbL4BekirofbYpG6M', 17, 'WyJtTGNCVzltOUc1N2VJNHY2LTJ0VlhBIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(291, 'gd7K2N6vj0X846aee8GkE-7KbVLkRfKcY7zyfyVvwU4', 17, 'WyI4ckFaVnAxY1hwVDZlT3k4enZQT25RIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(292, 'FKqiF7fG67MdE6rUTp9sub5bFntbK_oFnPeX1I9O3fQ', 17, 'WyJsVld6TERlUm1zUmY0YTBobE5mYTJBIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(293, 'rkNayM6y4X-823MCiB4iEhdy2S6axZz36cAZGSE47Gs', 17, 'WyJZT3R2X01WRWtjSzNUTHR2YXVTR3R3IiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(294, 'M1_Cx2VuYubl1YrlPIpmVNQs5_6VHfrE_hAugItULaM', 17, 'WyJrUGFPSlFyVkVmNS1xLXVnd015Z0t3IiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(295, '4E0abfSL_GDZDZHYqh_9vZ7yK4G6dLWrLa2oCfMo7SM', 17, 'WyI3SEY0OGEySjllZXlrbk9BV2NHSXlBIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(296, 'f5E7G71nTGn-V3cfD2VMBdlmFI7w2_LZj_sirGIxhFc', 17, 'WyJ0Uk42bDJwUHIyLVcwaWlfbzJXV3FRIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(297, 'PC5JaII2BdoFJvoNB0lW0Tv4R7iK11po6qAP-WIkm3I', 17, 'WyJzcDhSOFhSNWRoZVBYTG5xVlctTTJ3IiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(298, 'jFWkuyND-gAqegUIKcTFixe-EdiQeNwuzXwix9M0fO4', 17, 'WyJtVjR4X1VFVzA2ZkNaLUQwSmVKNkJnIiwicmVhc29uIixudWxsXQ'),
	(299, 'XodP0rW61k3OQuWxL_7uskPOoSz1kxFiOguFDrShQDg', 17, 'WyIxZ1RLbmJfOTJ6ZElKTjNzeXpJNHBRIiwicGFwZXIiLG51bGxd'),
	(300, '5KR0doSCPVK3hRxNRlwrIzL9zrhjHMy75hfC5T_lRmM', 17, 'WyI2cGVkd1RBVGdYV2dJTTZzNUU0cWtRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(301, 'T4QCVDyTAuYpDTmIPLnleEidZGD-p2EP5l07IyljWFI', 18, 'WyIxMk4xMDJ4SkVYUy1nYXhZeUFCUklnIiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(302, '8_ikBWs5LLz5tzj2ya8pP6LO_sN9hkqdEokjsrSQOzo', 18, 'WyI3Y1gtSDY1cnRGX29DZ1hKeHU2TEhBIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsInllcyJd'),
	(303, '-7JoSQt27283-rHvlY0r9QqQ5T7bhkeBlgwuXB1E3zI', 18, 'WyJXWksyU0xJRE9YT3VZdHhoWUNXZWVRIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJ2ZXJ5X3NhdGlzZmllZCJd');
INSERT INTO public.disclosures VALUES
	(304, 'pjdUdKusyqkBMm1sgXvIVU2T0EBlgk7-ln73sjnshts', 18, 'WyI1UmhuS2N1ZThNRS1fSmNqSEU5RjB3IiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(305, 'TI8wOGMbbcPzVytsSV2crNERaBMPjdkmtos1KRvlkd4', 18, 'WyJjN1hlU2l5NHRiSTdNQmYybUNUQmlnIiwiYW5zd2Vycy5jb21tZW50cyIsbnVsbF0'),
	(306, 'T5BSGDi7cy4M8LCStbDlRe3xnjsu_PDxo23UCIpu05k', 18, 'WyJkN2VtX0Q5UkRTczV1cmV2eWZzVGp3IiwiYWN0b3IiLG51bGxd'),
	(307, 'AxTxMIbW5GWLDNM8U62CjWJWgRm_vBdE8a9edvX7M2s', 18, 'WyJNanB6cElHV1UwVjZmSklPMlFULTF3IiwicmVhc29uIixudWxsXQ'),
	(308, 'IA05fr4pvRdkJB5gQZ3pSLutJ0FcLzrJbQF8Dmwrq3g', 18, 'WyJkRW1FemNpX0hQVWEydE1WcjREU2ZnIiwicGFwZXIiLG51bGxd'),
	(309, '2i5n_QAOD6XxaaYXQrztmRiil3Klf34BFAU7js8gvU0', 18, 'WyJsQ0N4V0liRVZDa3dydFFwN3RSNnNRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(310, '846Z0DB5kpIRcsokIdpZfwVI0QGu7g-IwBObW0K5bX0', 18, 'WyJyMGViU3YxS0V2TndWMWwwMXVmUzVnIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(311, '3PlDGCO-DwKgnEpz2MXIMCL7zD3XL55NIcF3Q3sAXoM', 18, 'WyJXVnJaR2hxQmpVc2FnYkJKZUN4cF9nIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(312, 'UezAvPcOGkgBCI0kiNbUudEi8uMD0oOdobkb0Qjrl3Q', 18, 'WyJZSGItWTYzWHRoVzk2TGxjbnNPcWN3IiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(313, 'GFX3s16hhBE_-OlN8rbiDeefCXOMYY0BsFri8wuniTg', 19, 'WyJMV0c0WFctbm10a3Z4YTAtVWtzLV9RIiwiYW5zd2Vycy5mYXVsdHlfZGV2aWNlcyIsW3siY29kZSI6IlZNNkg2S1pCUlkiLCJuYW1lIjoi6Zi25qKv5pWZ5a6k5Yqf5pS-IiwiY2F0ZWdvcnkiOiJwcm9jZXNzb3IiLCJwbGFjZSI6IuaWh-a-nOWkp-WtpuesrOS4gOS8muiuruWupCJ9XV0'),
	(314, 'dPtHMBr7wt6EieI_7LsqidXmqSHc8rQd6z3lwwSkJy8', 19, 'WyJvQm5uTnJ5T25fcnpxN2ptamQ0Y3h3IiwiYW5zd2Vycy5zeW1wdG9tIiwi5rKh5pyJ5aOw6Z-zIl0'),
	(315, '26kTiNH9i0r0dOG2jLYq9e7v24ClzuEY_WuG4pyj1pk', 19, 'WyJKWWJrOUVXN3E0R0VwZ241ZFRiQXNBIiwiYW5zd2Vycy5zaW5jZSIsbnVsbF0'),
	(316, 'sOFT5BdXVm4SgrOsahYMYT4FLSsgsUWQnN3W7G9SFRQ', 19, 'WyJCWDd5NUFVaTE4ZVB1RVVaS1Jfd2pRIiwiYW5zd2Vycy51cmdlbmN5IiwidXJnZW50Il0'),
	(317, 'N7OQ9uEcbednYIT8IK4V6HkS2FVSEbS2CQWhtdshhvk', 19, 'WyJQektPYkJwMVcxcDE0N28wVW03Qmp3IiwiYW5zd2Vycy5yZXBvcnRlciIsbnVsbF0'),
	(318, '66AIVoTYi397V9YVOwWl-yh3Psx0ZVAe3qw1KtoL8-Y', 19, 'WyJPN3VROHluUTYxbjZNOE1RQUMzN3pRIiwiYW5zd2Vycy5yZXBvcnRlcl9waG9uZSIsbnVsbF0'),
	(319, 't9AKdIr2uvP9T8d9I_mA0ep25hytI9C_aVz_mDN7d90', 19, 'WyJabVFQMHNycmV0amwwQnAzMUdqT3F3IiwiYW5zd2Vycy5mYXVsdF9waG90b3MiLG51bGxd'),
	(320, 'bTw3-VDvJEWZ2wILukaCClTMwZQyrJXHRSMlhq558is', 19, 'WyIweU1MdFBkNjhGWVpMY1pWdnlzS1VBIiwiYWN0b3IiLG51bGxd'),
	(321, 'NRfZE--W5ZM-arTIhDxhcUWHXvB8wPgkyCVDZXZ1OYw', 19, 'WyJEOExnX3BVZWtLeE9LMnpPNmRxWmRBIiwicmVhc29uIixudWxsXQ'),
	(322, 'dF_ofhcWdcH0Hm2JyOUnf3FwB60Tm0wzA6S27pUtBCE', 19, 'WyI0Q2ptRi1VQkVDQ0VMSDBfYXk4dm9RIiwicGFwZXIiLG51bGxd'),
	(323, 'RpeMcHXe_pA7-Sjm03gfAs1LMmvvoTjEE82raxqM9xY', 19, 'WyJaci14QjVHVWhIN19fblJ5bVhDWGt3IiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(324, 'XUe9M3q0oUpl0HP5_vtrrBZCJ_HvxZgpS_OwRtxmEMg', 20, 'WyJPY1NJSFQwaUtrWVoxWmQ0VF9vN1pnIiwiYW5zd2Vycy5mYXVsdHlfZGV2aWNlcyIsW3siY29kZSI6IlZNNkg2S1pCUlkiLCJuYW1lIjoi6Zi25qKv5pWZ5a6k5Yqf5pS-IiwiY2F0ZWdvcnkiOiJwcm9jZXNzb3IiLCJwbGFjZSI6IuaWh-a-nOWkp-WtpuesrOS4gOS8muiuruWupCJ9XV0'),
	(325, 'ZQW4rvFwzPknC2ndk6v6zvuMkdns2BArpW--ko0zwUs', 20, 'WyJ3MGFwR2d6TkZjZzh3cldpSmozR2lBIiwiYW5zd2Vycy5zeW1wdG9tIiwi6L-Y5piv5rKh5pyJ5aOw6Z-zIl0'),
	(326, 'ecZ_rKntZvGIzdrSxmfatpfnBuu8jH6AOU-Ik2JhRQA', 20, 'WyJLaXVmTXVhbjVZUXRuaU5CNnlBdWpnIiwiYW5zd2Vycy5zaW5jZSIsbnVsbF0'),
	(327, 'n5xiEC5UQtk8fr2Xt_LXHEmYE6gqMYQtpKGAJRYm_eg', 20, 'WyJFTm13aEJycjd3OGV1R3NTQTV5X3ZnIiwiYW5zd2Vycy51cmdlbmN5IiwidXJnZW50Il0'),
	(328, 'AsIGiWCxVXTodH3rn6ViQJt02odEQALszrIvcX6rdWM', 20, 'WyJ2UjhSczBTTFlqNXhtcVBtMG1wVkNBIiwiYW5zd2Vycy5yZXBvcnRlciIsbnVsbF0'),
	(329, 'LZJ4kIABMUq62ppNy0cTfPhoC8PzIBOHIaiX20_kUro', 20, 'WyJPeTJ2V3Z0MV9lU0dvd3FkRFUydHJnIiwiYW5zd2Vycy5yZXBvcnRlcl9waG9uZSIsbnVsbF0'),
	(330, '2yuQKrzmiGk7eDsg2_Hp90wMrlgoaCHMcmdBLTLWH70', 20, 'WyJ5akRKOW5zU3lnNFhZeDhqZnpjRVFBIiwiYW5zd2Vycy5mYXVsdF9waG90b3MiLG51bGxd'),
	(331, '69q5RANPyqHRqV5OlEYYxB0-cDenB0fADh4j31XGWbE', 20, 'WyJmbVdqaFYzWGEzNzE3TG55Q0VhbVV3IiwiYWN0b3IiLG51bGxd'),
	(332, 'ZwKdKyJNWgPpsBziWHx_TFtr3jpWTvs3I8hrhfANho0', 20, 'WyJlWW9zbDcteHJMd2kyTlI4Yk81ZHd3IiwicmVhc29uIixudWxsXQ'),
	(333, 'jRLDttrbRu4ZLkjdzednTMFWQgT6lgNgrM464W0ogAw', 20, 'WyJadkRUSXNaekwwcG05OUhNSENUejBRIiwicGFwZXIiLG51bGxd'),
	(334, '5gRP3GbfUbk3cyyiP5znq0Dpsk-0Y6URTXI9XVXFZB8', 20, 'WyJnWmRIdm9fd3JUZVR1VW84RDJMVUVBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(335, 'YIyxrzC-rW8XPKc3mCNdS27l4rQ-sy2dnNDz07_Uy2o', 21, 'WyJ2U2xra2VvWjhGaVhielREal9SNXZnIiwiYW5zd2Vycy5pc3N1ZV9raW5kIiwidG9vbCJd'),
	(336, '65kmD48fcAyrIjw69txH-7-5NUM01D9qrKMmOXAYgkk', 21, 'WyJsMmlMbENKYUJqV3I3MGRXVEdiTWJBIiwiYW5zd2Vycy5vd25lZF9ieSIsImNvbXBhbnkiXQ'),
	(337, 'Izso2CfbizGlIsRESPLAADe6stRCo39n2dPvAM_Qams', 21, 'WyI4UXg1b2N4cWNRWjBBaEN2bGVNc19BIiwiYW5zd2Vycy5pc3N1ZWRfaXRlbXMiLFt7InBhcnQiOnsiaWQiOjEsIm5hbWUiOiLnvZHnur_mtYvor5Xku6oiLCJtb2RlbCI6IiIsInVuaXQiOiIifSwicXVhbnRpdHkiOjJ9XV0'),
	(338, 'pjoGHeIRQywpf44R_FRJV_ECtqnL7g5apAqgTFJ4FYE', 21, 'WyJaT1ZEMG1iTm5WcWxLb2hQekt3OE9RIiwiYW5zd2Vycy5mb3JfZGV2aWNlcyIsbnVsbF0'),
	(339, 'TvN2UMy-l-W0Qt9WjJbGBa0OQ7fvgwjN7BhwS2rnk5o', 21, 'WyJNN3lJeExYSDFPWGliVDd5SVJ3QTBRIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsbnVsbF0'),
	(340, 'wahIB2qF2_SlCr5QfkdEagzdWO2UwBtOqnavz44x1OE', 21, 'WyJsbFZ0ejUyZnE5cTVxWFE1RzY1S1JnIiwiYW5zd2Vycy51c2VkX2ZvciIsbnVsbF0'),
	(341, '9DLAcBrBH-VsttIJ4QeSZQguJ_9TckxSEJSm3OwlVB4', 21, 'WyJGZXNTcEZOaDlmT0k2bG4zSmpjM0FRIiwiYW5zd2Vycy5kdWVfYmFja19vbiIsIjIwMjYtMTItMDEiXQ'),
	(342, 'o_-1gxDeQ3lmJuGuS8Dy4g1BgVdvFmgmAUcO3O8_hT4', 21, 'WyJsa0JhcUlyUjVTazF0NTZCZ1lVNmRRIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(343, '2afKc-Kyd8bop4fk_RxIWmsNk7zrQCAL-gEAZObbJm4', 21, 'WyJYQmNwNFdRM0Z3WGotYzYtVm9aclN3IiwicmVhc29uIixudWxsXQ'),
	(344, 'IYtoNpHOL76PLIjkaORyBlyKPvodDlQtqWN0uAaLqLU', 21, 'WyJGM3dqNEpPbEpUSl9URlMta2VjUUlRIiwicGFwZXIiLG51bGxd'),
	(345, 'LkdVJriZOGnauWFky9xUr6YFTafgpho0kaGlN8-9Dps', 21, 'WyJpV2JodEgzbmxUempfakVPdHdwNEtBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(346, '6zmAoYbxnWMNsdJKiYXszGx3DTsJ5XtxFP6uVJ6paM4', 22, 'WyJjQ2pleHFYLXlSbzMyRk9JSUYzbzF3IiwiYW5zd2Vycy5pc3N1ZV9raW5kIiwidG9vbCJd'),
	(347, 'J6KUUY0a5npjCFaQFBudzSc7rU7JqnZytrI23QIYq1c', 22, 'WyJLS1ZaY1MzdTh6TkJ2T1FPcUZhOVFBIiwiYW5zd2Vycy5vd25lZF9ieSIsImNvbXBhbnkiXQ'),
	(348, 'cDro7CkYe-2VbQNJ9E1__WaQhpHalpz8bJd3NiQd2DY', 22, 'WyIyaEx3TU1IZ1NidUpsX3VkTlg3NjdRIiwiYW5zd2Vycy5pc3N1ZWRfaXRlbXMiLFt7InBhcnQiOnsiaWQiOjEsIm5hbWUiOiLnvZHnur_mtYvor5Xku6oiLCJtb2RlbCI6IiIsInVuaXQiOiIifSwicXVhbnRpdHkiOjF9XV0'),
	(349, 's6DKWylrKinpUECJcCWZMLKxpo7kuzcNqrL6wCj-cu4', 22, 'WyIzUGJfMWZxSVdsYWNZR0JJS0I4SFRBIiwiYW5zd2Vycy5mb3JfZGV2aWNlcyIsbnVsbF0'),
	(350, 'ZoijLuKYgz-3_HQYMQfQSiz4jxlO3McqR3lWxgMYq9U', 22, 'WyJVOGg0d0ZoWEVqUGxub3BoQXZWc0d3IiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsbnVsbF0'),
	(351, 'gDlCD8WBLHcgB4IO2rlN55IGXYPO4VHuHlKa8Zg6uWE', 22, 'WyJ0QnFWV25ZVmZ2MlkyYkZIRGNlaTRRIiwiYW5zd2Vycy51c2VkX2ZvciIsbnVsbF0'),
	(352, 'GqzTqTp6z_ujtGu4aFfauJwpZGM8XiwSvLe_cFZphDU', 22, 'WyJTMzRxUzZmU3l6S2VvSjFlcE9CMzVnIiwiYW5zd2Vycy5kdWVfYmFja19vbiIsIjIwMjYtMTItMDEiXQ'),
	(353, 'fYjpjtD0tT-n1ErilcFneRdUnA7uDjCBT9tbS8PV6ig', 22, 'WyJoU2lrZXk5R2tuREhCSHBrZm5OVnhnIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(354, '0Dq1aK337Bh15LC57mpvWpVV31WYt8vpnEvvGF7nCqM', 22, 'WyJvbmpXZjlQRXZLcGZJeHJIZHVxYWZBIiwicmVhc29uIixudWxsXQ'),
	(355, '8BxMwnIykeUPcG7UYkodiTgmDOH3GO5_T6gv5rAiX5s', 22, 'WyJpNDhKVkY3SWw4dXN6ajdPSW42Q1pRIiwicGFwZXIiLG51bGxd'),
	(356, 'RrfEtI1Sv6x9KcLw5Hi4QLS7GdmAWFRNsJQgku9xoxI', 22, 'WyJUckcxRF9tUDBVYkhIQ3lpTlAwdk9BIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(357, 'NkZImY_gcynaRyIImP794DLX20f63WG2rrn2twPfMMQ', 23, 'WyIybFFHSHJvcWZYaHhRa2xibTJDSDVnIiwiYW5zd2Vycy5pc3N1ZV9raW5kIiwidG9vbCJd'),
	(358, '-J-1eAEEO505CYCw6Nf_o6Kpw0CKlkCmulcb1ePW06M', 23, 'WyJyaGhtY20xUWxob293Y2NhcHpfUzdRIiwiYW5zd2Vycy5vd25lZF9ieSIsImNvbXBhbnkiXQ'),
	(359, 'ejkmKfon99phV2zNMyeXHjqFt7yyuZC6Zuc0w1jqVG0', 23, 'WyI0VkVIQ3l2OWZOYmQzX0E3MUFTbkNRIiwiYW5zd2Vycy5pc3N1ZWRfaXRlbXMiLFt7InBhcnQiOnsiaWQiOjEsIm5hbWUiOiLnvZHnur_mtYvor5Xku6oiLCJtb2RlbCI6IiIsInVuaXQiOiIifSwicXVhbnRpdHkiOjF9XV0'),
	(360, 'AOzJM23nS1sEYDcj9lTPLeBumbZ0UZK3Bv1lKcl1j9s', 23, 'WyJxZkdqLWxlR3l1N0ZZZVVObjNPRzlnIiwiYW5zd2Vycy5mb3JfZGV2aWNlcyIsbnVsbF0'),
	(361, '9ocviRCUoEV2S23V-uhAkSFxrKabIdr0tWIR11uMO8E', 23, 'WyJWemVHUU1vQkxJcjRvazRWQ2NIWDJnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsbnVsbF0'),
	(362, 'MgGjbGcyx9LjZoXkFbkVJuS81YfSuJK3mHYueabIxp4', 23, 'WyJwUDJXelZjRXBrdmJUbkNBbHdCdGJnIiwiYW5zd2Vycy51c2VkX2ZvciIsbnVsbF0'),
	(363, 'NQ5mrg75yIStGsNt05Y9XGa_ZmXsIn1N8bLPLencyWU', 23, 'WyJBdHlUU1Voc1VDbXdtMmdtRFJjclFRIiwiYW5zd2Vycy5kdWVfYmFja19vbiIsIjIwMjYtMTItMDEiXQ'),
	(364, 'vj1vOt4U4UBTbcCZ1IE1AGw_-v21pqVMTn62yBAJ9PI', 23, 'WyJlSGxORzZKSW9LVTB4eVBPbzZ3eWFBIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(365, 'CGW_fGpTrj1V2OR6DQXwbF5Ldmk2ikG9AkujkzNfQ7k', 23, 'WyJHblItWGV4OTR4cDgzRDlIOWRWWXl3IiwicmVhc29uIixudWxsXQ'),
	(366, 'ZFAY_CTHJ719h_Pfp0rbktMofq4X-RZ3W-YaLrrE3wg', 23, 'WyJsV0pJVEp5SUNsTjFqVTBpeVE2ampBIiwicGFwZXIiLG51bGxd'),
	(367, 'tyEqbwl2KObLsRQOjNcDhhDBL-2Wr28W0lz9okExc5U', 23, 'WyJiaGY2bm9LYk5QdEZRbks0M3BKd1dRIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(368, 'eOA9-S49QDAf-1ipFRtZShwoTO80PNQA95U0O-oZRqQ', 24, 'WyJMTkNUQVpvVllaYUM0NzJjRUMxNGpnIiwiYW5zd2Vycy5kZWNpc2lvbiIsImFwcHJvdmVkIl0'),
	(369, 'vQ2wBz7sbO3IgY55XC7a8FeJxLqN9ZwNGDI3Z5kBEH4', 24, 'WyJNMWRBUGMzTWJmN1UxcVFONWt1TXVRIiwiYW5zd2Vycy5pc3N1ZV9yZW1hcmsiLG51bGxd'),
	(370, 'P4uK5ArTmejl7_fcPkfesZ64Qjc1pVb-5igd1qVJTfI', 24, 'WyJLdHdVMUt0d3JFQzRXcXlqUGlUVVNBIiwiYWN0b3IiLCLlrZnmlY8iXQ'),
	(371, 'L3voqGYuRSUbkdkPqzIp8t6lcTsED0E06gnZWfF9VJ0', 24, 'WyJXWW1IRXZHbHRMb0NqdGF1bnpkTGZRIiwicmVhc29uIixudWxsXQ'),
	(372, 'hdXSLrgv-wudQPe-Ug6HoYCNPXRWPDeX9l6zmE_LCs8', 24, 'WyI5YUtDMHY0WmZ6OE82a004VE1Ia1dnIiwicGFwZXIiLG51bGxd'),
	(373, 'lLjOemiVs4hMj3Ad8vquLlzFWgCXv5QbHdVin64Bsb4', 24, 'WyJJcHl2M0tsNHVMRkZkbF9Tbmt4Yi1BIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(374, 'ra-xwZHFas01NrD0QCs8EaA4VKAYbT51kbBcjsnHq2w', 25, 'WyJWaFh6cElZMnplbnFZaFFWZXd4VzJ3IiwiYW5zd2Vycy50YWtlbiIsInRha2VuIl0'),
	(375, 'yEzB4S9uzIrj4K0IfmAfblAppsjPQquKG9siz5A71Lk', 25, 'WyJ0T2Uyb3UyOTRJd2hxR0ZfX0V3bUdRIiwiYW5zd2Vycy5ub3RfdGFrZW5fcmVhc29uIixudWxsXQ'),
	(376, 'prltJbE7pJlN_KbFHQOe1a_wbKDaOaMqdIt60GOxkH4', 25, 'WyIyQ3hnMWNpTVhDWl9USGhuTWlHVDZnIiwiYW5zd2Vycy50YWtlbl9hdCIsIjIwMjYtMTEtMjRUMDk6MTAiXQ'),
	(377, '7tAE1qxrGxV14wXZPJbrswNuhnQZKmwbPncdmRJhRVg', 25, 'WyItbG1TbVZRQXNvTzVqTHZ5TWJZd0x3IiwiYW5zd2Vycy50YWtlcl9zaWduYXR1cmUiLHsibmFtZSI6IumZiOW_l-i_nCIsInR5cGVkIjp0cnVlfV0'),
	(378, 'yoibOPeqQlQIUQBB6-O6jSirWVJYjv0q1qjyhMqrnjY', 25, 'WyIzMHdHX2VCWmM0VzFRMnNabkV2b3lnIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(379, 'DzvAH5ZAm2XYKnFof99z87uQVZJ7UsL8wT5vHUexfPo', 25, 'WyJvYXRMelk2UHFLNTZyQnd0U3BKX2RnIiwicmVhc29uIixudWxsXQ'),
	(380, 'eO5JAe_Nxt1Eo7AtI9n4vcQHR5_vRDjrcB27_Of-N20', 25, 'WyJsLThGMHVhLXJyaFBZdFlhdmk1NDBnIiwicGFwZXIiLG51bGxd'),
	(381, '--cNkIsIDmAWxQqHOQd1kBnMCnQNy3zUD2HU6RQJiAY', 25, 'WyJINDBNMlJ1VzNuWWUtYjFfLXFENlVnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(382, 'uhb3K36fs9T--PTj7Sqen1xMyL8Bpnh_a2__LyUSy1o', 26, 'WyJ2ODgtcjV4dGJNY3dSSi1laGdRT2t3IiwiYW5zd2Vycy5yZXR1cm5lZF9hdCIsIjIwMjYtMTEtMjRUMDk6MTAiXQ'),
	(383, 'jJog-ag5QW5ZFpTrMTyxXGIoPzKyTDAV0wt-4sInWbA', 26, 'WyJ6cHNVTjgtc2VSOXd5TWRoVXFmLTRnIiwiYW5zd2Vycy5jb25kaXRpb24iLCJpbnRhY3QiXQ'),
	(384, '5rs13hxbeATtO1SwZ3zpxP5gyeEjmtYMoLpcknv8vPU', 26, 'WyJCWDBZNDFhbExQVTc4YV8wMGxOaXVRIiwiYW5zd2Vycy5jb25kaXRpb25fbm90ZSIsbnVsbF0'),
	(385, 'RQNceD1yh0oV1eJ1Wlae-Cme0GNpy1hcXUZWnsnOIPQ', 26, 'WyJ6SFJUVFJmT2llc1k2Wlp1Y041QXJBIiwiYWN0b3IiLCLlrZnmlY8iXQ'),
	(386, 'dNGMAx-HlhNpUD2zsn0egM9UiC6sn_ORZ9DSQJKtp8A', 26, 'WyJBVWFoa0NTNkZmdmZTUlR0Uk80X1R3IiwicmVhc29uIixudWxsXQ'),
	(387, 'qx5maTIETNL-bFEF3VIQOs37Ch4B5Fue56zrHSHSfGs', 26, 'WyJyZnVCM0h5bGlpQ2pTMFZNbndra0RBIiwicGFwZXIiLG51bGxd'),
	(388, 'wNKml4eGBT07uE-4qrzn6MR6ze-sDmkjLVBJUvQEu1Q', 26, 'WyIxMFRmZXZkLTdEOUZqR05MODJod05RIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(389, '4RRQ-f4Jk19y00cIOfVfLA5pZodMJT1XAnpDxGK5QhM', 27, 'WyJ4WDF0RGNpWUFhenhmSmNHTl8zc2l3IiwiYWN0b3IiLCLlrZnmlY8iXQ'),
	(390, 'NRDFap1Ev2zxTsWcMHTCPiUSI177Nz3VcqGL-kZs2aU', 27, 'WyJ4WWttc2tTQXFFZWFrd3FXaERreDNRIiwicmVhc29uIiwi5pWw6YeP5LiN5a-5Il0'),
	(391, 'P1z0E8m0K5459TYuaJKlDVO9KehDonmPR8Soi3Qz9wo', 27, 'WyJhRHhRWGVQeXFqSGNLNWVUTEZCc0J3IiwicGFwZXIiLG51bGxd'),
	(392, '4ZPuf7tdRfUqWcifut0yEiGaWNUtk7EMKoftQUR7HUY', 27, 'WyJSMnZCNnFxTHlkcXJ2THYxVF9JSzNBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(393, 'fr3sik-7TJHuQVhPAPOqjYjyApkFEenqdsUOuqtdhmU', 28, 'WyJSZ0ZzLV9NcmhwUGVhc0FGajJLSWlnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(394, 'YPqZjP4tIgWppC_wZt3G_tR55zDjMrd1ik-6oxuem3M', 28, 'WyJsSnJwNUs4VEI4ZC1fbElQRDBVbVhRIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(395, 'f1Iw7gAKdDdopNWOFgzru8xKFJ2uSzXi5puIvmxbMNA', 28, 'WyJBUFlrd3llcWJHbDZvY3dsc2pfQWhRIiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(396, 'gE1ZbR9DGFE_L3NCImmTpZzwdScDmtqQ6J9ubRMyIg0', 28, 'WyIzMlB2UUZjRGRMTzM3cnAxaUo1azN3IiwiYW5zd2Vycy5hZGRyZXNzIiwi5pS_5Yqh5Lit5b-D6LevIDEg5Y-3Il0'),
	(397, 'hpTPEYPdP2ZE0xzh3SMF-gdWnEh71LJ4GxwOoY5vBCQ', 28, 'WyJrSUtxZDlvS2E3MFNsSnU3SVUyc1pnIiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(398, '7uL-76Tkj9AF8RGOj0IxSsdUT06NUYCBlUTrUpPfu2E', 28, 'WyJaWGF5eC13dmh0OXpObU9iWGFfQXJRIiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(399, 'b3n5FcVZVI2UasV-YfxXXuVWeQS0nqvXEv9KexHLvQY', 28, 'WyJQeVBzcDdpRkVRZm5RRmRXc3BLdkpnIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(400, 'ao62ARjeKaV6IhmEe2r5ss24uQpYCuI8jywDQbNPi4A', 28, 'WyJpUGppSXdUeWVZZ0VjZE12S0RpY1NnIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5Lya6K6u5a6k6K-d562S5pyJ5p2C6Z-zIl0'),
	(401, 'xvYZ77iJBUGR9-5tCGRvWJm_0ENk2_sMbYxY3eT2Dd0', 28, 'WyI5Rml1aGoyNHFCaG5FaTMxQzJJQlpBIiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(402, 'R9Y5cDFlxiWHNbMJMcYtUsNBDu57Q5xuqP_4p1SFDf0', 28, 'WyI5WVY1LW1HYWxLZHV3UXJEdGc2YlR3IiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(403, 'fbSNnArNzkUJptZ4pMHcjClqftPo0R10eWTbOsy5TMs', 28, 'WyJYLUtnMGpTQUdYZlZNbGZPRUFXaHJRIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ');
INSERT INTO public.disclosures VALUES
	(404, '6R_G8y77s2iTTckn8we7kLGJG1y_JYT2hNzbImTELRw', 28, 'WyJ1ZFhEcFBDR3BoYUxfbUl6STBrZVNBIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(405, 'jERX_8KRDD3QsrbQf5Wm2_XvHyh84hP7Q-caWB5vswo', 28, 'WyJoQWRPdjAxSE9kS2FnWGVublRJLUNRIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(406, '_f0xUy-L-L8EZQ-BGSoWEwSZ8L22DVF9nCvoOZlrOZU', 28, 'WyJHa19BRU1OUHlYTkRVTkZBRnk2MGV3IiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(407, 'kjaGhP7UVsX8NYuc0FveQgr6ySuQXKx-mMVJpxu174Y', 28, 'WyJ4NFQ3R2N4MlBOUWttN0RMVER0RjR3IiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(408, 'P5Xz-WwMZyH4Nrchw_SzoSr6Ds7Z6MAz5jQETmkrd2Y', 28, 'WyJJYVNkbmc3eGt2RndOdGYydHlUWlhRIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(409, 'jEw1GwSFQU2Fdm-8prCOM3B7bOrG4jUocvQFOfSEr0Y', 28, 'WyI1bEppTGVCOVFYVnBuam9jVXVGNjl3IiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(410, '7anCpOAASgiwq9uFFx3jerhKUEpAW0YZFaUb2-ry0Lo', 28, 'WyJ2RmNXQ2ZIeHNkeW16b2ZVU1NjOHJnIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(411, 'T_uKO0gBWZvjy-ZCaCQkcp87wzYgItVBcyc7RE6fpHw', 28, 'WyJHQ2w1TE8zSE9aUS0zeF9HYlFnMGVRIiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(412, 'Q2T2LcVVua7m2LcOhnHqv1iI_OhSOTPBzE2uN9iZPdU', 28, 'WyIzeFRYdXVMMVBuWk5QQndKdE8zYVdBIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(413, '8stDWnBJtd_gufG58MQPfG293hWz4sv7OSOSYLrxazc', 28, 'WyJ2d0NlYXNDbjlvb0ttU3dqMGRDM2R3IiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(414, 'jnlyAQcsOHn1Xi9FaXDTPmn4giDFiBoHh-TknBkaWWE', 28, 'WyJnQlpYWkFrQ25ZYVVVcnJWZElOdUlBIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(415, 'EBlNqzKvDVrnCHMIsul6ku96P-XmZun7hAIOZfhMZJc', 28, 'WyJEelNIa19uN2F2bmZMV3dwTzFWVENRIiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(416, 'zNFTAzsjuQAhhXyOQLEkNw97hyR9SjdEeycnSZlVRxk', 28, 'WyI1eXg4S0FZWmN2MjkweXV4cngzMVR3IiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(417, 'voY6F0sahkd2FBSz2GoY1DohDMarrTC9YBBbySVvEJ4', 28, 'WyI0MlhpVXU4SDZrTjlmRzcyWGw4bTlBIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(418, 'AS-nJbK_oCgorWHqECCmHc1w_O5_bKFNOX-bAyVbi9U', 28, 'WyJ5RWRia0hXU2pSYTB4SkJfRmM0M1d3IiwicmVhc29uIixudWxsXQ'),
	(419, 'vSgVEJmgDyKkrvjnukjNyocKbfU28yyNG2aJ9xbrtE4', 28, 'WyJnRmZKN3NDLVdmbDdTOFZMbnAwcnNBIiwicGFwZXIiLG51bGxd'),
	(420, 'KqPi4iDH7Fcck3byH9YcR5G0j9FP5I-7MqdAZG-T8DU', 28, 'WyJCTXFHOFFaMXBMejIxZTE5OWRnSERBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(421, 'h_Lt8K-KlI0lGoDRG_vi198ufJkj2OJJycdoj_D5IFA', 29, 'WyJmcFpoakNrQmNpNG9JWWF3ckZNeHJ3IiwiYW5zd2Vycy53b3Jrc19ub3JtYWxseSIsbnVsbF0'),
	(422, 'LTsH5Q4lLOhh-VYugTpJYkyoSKz7zXo2HqdVUp4dxBU', 29, 'WyIybWRVeGlGXzR4dXNTWU5xV0V1R2RnIiwiYW5zd2Vycy5hY2Nlc3NvcmllcyIsIm5vbmUiXQ'),
	(423, '_WsboOW7GtwqTRxUuX0p2K-gfQvAsaT_7_E28WcFgZE', 29, 'WyJLQjR6MmVPYW92RW9DU1NUMVk4WVFBIiwiYW5zd2Vycy5zYXRpc2ZhY3Rpb24iLCJzYXRpc2ZpZWQiXQ'),
	(424, 'Pj9g_RcuM5fvTt6OmHLQyWhi-88CNZi2DY8Y8H9YZOk', 29, 'WyJtd3VVVkdxSlNUbEVFdXNoLVU4X1RRIiwiYW5zd2Vycy5kaXNzYXRpc2ZpZWRfd2l0aCIsbnVsbF0'),
	(425, 'DDEI-UOcpiOqZ9PjtHqSkdYwNTbZYqYvVtsPa0yRljk', 29, 'WyJFejRNb05FcU40R1lqSGJub3RKTS1BIiwiYW5zd2Vycy5jb21tZW50cyIsbnVsbF0'),
	(426, 'n4xavKwRT1z_yPXQLNT177mWfi5H0l4D7qc0ilApGM0', 29, 'WyJRNWVVaVJWcnA3cWItbU5DM1B1c2pRIiwiYWN0b3IiLG51bGxd'),
	(427, 'bPsXfbRDgkNFFNz7zlMrOFQYC_dSFCtnWwBBSw8KKD0', 29, 'WyJKN3p4RG9OUVhLRHBlODNxWjJSdFpBIiwicmVhc29uIixudWxsXQ'),
	(428, '9pwnff1-gvRvrYxcQ5FhNDFMTaGXDhO3DhPW7L2W_X0', 29, 'WyJoOG5lUTVybEtsaGxySUhvU0QwRk93IiwicGFwZXIiLG51bGxd'),
	(429, 'kB1lWzAGHd5cO7GMg4Nritfs6KrthvqMJajYJqJOskg', 29, 'WyJDbTVidDItTU1wQk80bEpOTXg4cGRnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjIwMy4wLjExMy45IiwiYWdlbnQiOiIiLCJkZXZpY2UiOiIiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOiLpmYjlv5fov5wifV0'),
	(430, 'OIwEicIIgZiyvK3RoYTIolMbvpBPzu2jzEd23kFXjSw', 29, 'WyJKVnZHcHRvV3RWU2ZxYjh3a3ptYXBRIiwic2lnbmVyIiwi5LiB5LiAIl0'),
	(431, 'uSQzQvWJKTlt1TXRfAupSlwY1K1VzuMuWIVTc7i09vk', 29, 'WyJzRm1JLXFhTDlpS0tPQ05RZkZnWVRRIiwic2lnbmF0dXJlIix7Im1ldGhvZCI6ImRyYXduIiwic3Ryb2tlcyI6IjIyYzRkMDM0YjU0YTlhNDRmMGFlNjgyOTNjYWQzZjA3MTJhNzMwNjAwODExMmM0N2QwMjliOWY2ZTMwMDA0NjYifV0'),
	(432, 'L1m4pJZ3isAIhKB8zFImJ-HoCZLazm705SFL7h6fk3k', 29, 'WyJXUU5iaWlraE9sNEVwV2poU2pmUTRBIiwiY29uc2VudCIseyJ2ZXJzaW9uIjoiMSIsInpoIjoi562-5a2X5Y2z6KGo56S65oKo5bey6ZiF6K-75pys5Y2V5YaF5a6544CC5oKo55qE5aeT5ZCN44CB562-5a2X44CB562-5a2X5pe26Ze05Lul5Y-K562-5a2X5omA55So6K6-5aSH55qE5L-h5oGv77yM5bCG5L2c5Li65Yet5o2u6ZqP5pys5Y2V5LiA5bm25L-d5a2Y44CCIiwiZW4iOiJCeSBzaWduaW5nIHlvdSBjb25maXJtIHRoYXQgeW91IGhhdmUgcmVhZCB0aGlzIHNoZWV0LiBZb3VyIG5hbWUsIHlvdXIgc2lnbmF0dXJlLCB0aGUgdGltZSBvZiBzaWduaW5nIGFuZCBkZXRhaWxzIG9mIHRoZSBkZXZpY2UgeW91IHNpZ24gb24gYXJlIGtlcHQgd2l0aCB0aGUgc2hlZXQgYXMgZXZpZGVuY2UuIiwic2hvd25faW4iOiJ6aCJ9XQ'),
	(433, 'F5XL7jQI0KOqwj6nBAxma7vcQ4VZUuXbKH0ZmS6RkyY', 30, 'WyJOVGVWXzRSZXpjaUFMUFk2U2RXWklRIiwiYW5zd2Vycy5hc2tlZF9ieSIseyJpZCI6MSwibmFtZSI6IumZiOW_l-i_nCJ9XQ'),
	(434, 'k71CkyJteEeXQhjGVAE6o53C6sVighYBQM4CKKH81QE', 30, 'WyIwS1V1b045aTR1WElZdV9La1A0UC1BIiwiYW5zd2Vycy5hc2tpbmdfdW5pdCIsIuaUv-WKoeS4reW_gyJd'),
	(435, 'l_I6m74w1JwyySO3tUjvLN0rmWpUUesMTZdC9Uz2vtY', 30, 'WyJyMGdFSm54dEtrMFRJMGNVaU1kQUVRIiwiYW5zd2Vycy5kYXlfa2luZCIsInJlc3RfZGF5Il0'),
	(436, 'wSqJV8xOKGJ5zaTe9mgPVkcPR-0LvGUt4z1a_4HgqK0', 30, 'WyJDVDI3VDRTaS1OTlJncTdpZVRiTGx3IiwiYW5zd2Vycy5mcm9tX2F0IiwiMjAyNi0xMS0yOFQxODowMCJd'),
	(437, 'ZuJLHPD6mdhQ9U8FwGPXuuMfYeR-CDcfeZWf2yLMw80', 30, 'WyJoNGJadXdKa0UxOW1IbGJ1VWh0TmVnIiwiYW5zd2Vycy50b19hdCIsIjIwMjYtMTEtMjhUMjE6MDAiXQ'),
	(438, '-Xp-HgzjcGSO9fNGFoqzsI9VljHyDEu5ntoYs721tNY', 30, 'WyJlcHdkRDgtRUxsQ3lGTHlPcmF3aGFRIiwiYW5zd2Vycy5ob3VycyIsIjMiXQ'),
	(439, 'OO5d7I01vH_K_7gcKbYv0cHuvhEd2_OS6IyGjbIhu7g', 30, 'WyJFaGtjclhKR0lWVGVOa3c2LUJqVElBIiwiYW5zd2Vycy5vdmVydGltZV9yZWFzb24iLCLkvJrorq7kv53pmpwiXQ'),
	(440, 'r330JCCXIedn8_YVPOiWIaissSf65guV5q3TnVUouzo', 30, 'WyJyUnpSM3hWSjVod25zZmZ2VFoyX3FBIiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(441, 'nsz0PKHgrisIdsZtdEaqHruvyL2IGgAis_gUFvXTwLE', 30, 'WyJjOGVheFdSN2Zhb19PTzlVS1VSVTFnIiwicmVhc29uIixudWxsXQ'),
	(442, 'Szf5vCGIWwnsKwuRAXxfN8xbkTsHB-ZGcFuXNrCRBME', 30, 'WyJqMlA1eEplOF9EUWhNVV9EQ0E3M1FnIiwicGFwZXIiLG51bGxd'),
	(443, 'LLSdh7P5-_-d7Fk6UmBYHiPe48tvs0bPrmolZ_wNSpg', 30, 'WyItanFKN0FCVGR4R09iOE56aF9KOTZBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(444, 'vOZcyQzEFaU28Oo5441r75VOdca2SFMqx5hblUv4Qjs', 31, 'WyJoNTRhZzJiR1RuLWYzX00wTkE2NnRnIiwiYW5zd2Vycy5zdXBlcnZpc29yX2RlY2lzaW9uIiwiYXBwcm92ZWQiXQ'),
	(445, 'fOjDZ6UsRTKB0n1ZlbDQgtKWGs2iHmGbeisRXDy9LuQ', 31, 'WyJzNTRkenBHc0s1YVpsUDRyaDhDTUdRIiwiYW5zd2Vycy5zdXBlcnZpc29yX3JlbWFyayIsbnVsbF0'),
	(446, 'u78lI8c1UyO7vacCzpelFOIH5_cVA239Cju5e33FxCw', 31, 'WyJrME1iYWsyRXZBOWh6bGFNaVEtaTl3IiwiYWN0b3IiLCLpq5jlu7rlm70iXQ'),
	(447, 'GSK0jHJG-_j5Ng-tscR1UIhva32xMU408jY-q6WZ1PM', 31, 'WyJBWVg1ZHlpRUcwTXhINGlZYXFXdmpBIiwicmVhc29uIixudWxsXQ'),
	(448, 'iGcGMORZ9jXs4NEw8R83Oc9k82ExUH8tdzMjqSLPNmc', 31, 'WyI2YXVmWnlMczhmVjdOTmtwQ0NxUVh3IiwicGFwZXIiLG51bGxd'),
	(449, 'qEI8bSpjAXgTV4SiYzLHbOJEvTHYnYiEv9KMMhgAr-I', 31, 'WyJsMjU0Wl9ZVTh6X0tFUnYxUU5PZFl3IiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(450, 'QBe3ERMeG4cdZ7VR8Bdqk6AtLmw_MubGBfozIFC23ag', 32, 'WyItRC14ZktUZ2NLbVhSeFFub3hNSi1nIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(451, '2DZLnpBFBrRWkBherd6Dwj2xbhleCWBPAsRiF_ACA3M', 32, 'WyJ5TnpUeTA3R2pXV1hhdUhGSWdXZWlnIiwiYW5zd2Vycy5tZWRpYSIsIjIwMjYtMTEg5L6L5Lya5b2V5YOP77yMMSDku70iXQ'),
	(452, 'DvOjVrLJac97nt7DPQ1CC6j6AjpN7PQN0YdWrkIXO98', 32, 'WyJBNkhsVXA1bHF5ckhzN2JIeHpjajZ3IiwiYW5zd2Vycy5jbGFzc2lmaWNhdGlvbiIsImltcG9ydGFudCJd'),
	(453, 'x05KuOVCrRuVC18odiNyqhk-aRoU79O3PT5-rpYALjs', 32, 'WyJXX3FBTm5qWFpFQlJDMUxhWE5kSGxBIiwiYW5zd2Vycy5ib3Jyb3dlciIsIuael-WymiJd'),
	(454, 'ZVq_3qsJ_qgG6zQKdsDCApNMng0x4GaloROF3cv0bxQ', 32, 'WyJyV2x1aUx4REFDUDBNUWNHNUN0TUh3IiwiYW5zd2Vycy5ib3Jyb3dlcl9waG9uZSIsbnVsbF0'),
	(455, 'F7FWRGTOeEkJXPIG9fBtQ-FgTQRwnTLFRgpyu5QDlRI', 32, 'WyJUdWZEQkdUOEF0R195S0U5MDJFZFFnIiwiYW5zd2Vycy5sb2FuX3JlYXNvbiIsIuaVtOeQhuS8muiurue6quimgSJd'),
	(456, 'V_7u-hKKmiY9uYd8xfGxje05a4LQYVr--qXNATsSuuU', 32, 'WyJqNFlPZjhfZDJmbVgzTE03ZTlFYU1RIiwiYW5zd2Vycy5kdWVfYmFja19vbiIsIjIwMjYtMTItMDEiXQ'),
	(457, 'r7nteRnee7s4Mx_icIr4HJpO2GlACQ3IdByTabsec8Y', 32, 'WyItbTUzMFh5N0lCWGpkTUlWZjlRckZ3IiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(458, 'anNVhYVXjve3F_wrwWIuyAFY7xa0jUvko_KugOXwNmU', 32, 'WyJRcjdEOGxsOXVmczRMSjZYNkJpNEJ3IiwicmVhc29uIixudWxsXQ'),
	(459, 'tRFa40wZLFgTKT5Dw1DTSLV-3gM66rhR9RHGkl12f0Q', 32, 'WyJiTUV6N2tJX0tCQjlKeEJTSzlYbjVnIiwicGFwZXIiLG51bGxd'),
	(460, 'hhWUXG2hdnYAwlYlis5-KgSgGuQVO__Y6wSYBZJaFCA', 32, 'WyJmVW5mMXZfUVFwa3pKdkRBVkR6VlBBIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ'),
	(461, 'ubVsvJBrreTwOXWqkgM7XVv_n9U6tPHnykOH4Xpw8Z4', 33, 'WyJPMFVndVZkNGh6c3lSN3VVM1YwWlBnIiwiYW5zd2Vycy5jbGllbnRfbmFtZSIsIuW4guaUv-WKoeacjeWKoeS4reW_gyJd'),
	(462, 'ZkgTAU1NOtsmb2S26mESdwQ85yqHAs2pF4xOSrhhWpU', 33, 'WyJ4T25SYjBnanNnTmNBdjFnaDg3bjdnIiwiYW5zd2Vycy5jb250YWN0Iiwi5b6Q5piOIl0'),
	(463, 'mPzjDZGqJ-TXmHe5cyG8CV0HWPpaiE4WuyLB7b0n8yY', 33, 'WyJKTDUtU3VhaTRyWlBYSDRqWWkydTF3IiwiYW5zd2Vycy5waG9uZSIsIjA1NzEtNTU1NSAwMTExIl0'),
	(464, 'fKrnUiNyhYSUsZChpks0uEIkaBVX-9J6fzh1FgNzfaw', 33, 'WyI5M3Z6bHFCWEhMNFZST3NXMUIwZU13IiwiYW5zd2Vycy5hZGRyZXNzIixudWxsXQ'),
	(465, 'AWpSSk9DxeMtx4hHhWJQJ3Bl1xBkaBMVhypgnerxX68', 33, 'WyJMX3dQXzVSaWZCRVd1WHh1NElwbkt3IiwiYW5zd2Vycy5hcnJpdmFsIiwiMjAyNi0xMS0yNFQwOToxMCJd'),
	(466, '8yv5pjU5dUieKwrnI6gG8XHmFvHEysEnelMKScuTxiw', 33, 'WyJVTzczS1JJbFZGNEswMVpGOGRzUFF3IiwiYW5zd2Vycy5kZXBhcnR1cmUiLG51bGxd'),
	(467, 'eBAQ0G91eAh57-iHZtcteJ_ndnzhx8Hw3Lu-T5VUHko', 33, 'WyJSejQtNHhWc0c1ZEE0RmZ6dkdiSGdRIiwiYW5zd2Vycy5jbGllbnRfdHlwZSIsInllYXJseV9jb250cmFjdCJd'),
	(468, 'lAM08gTjUAvBdD8xCXsmVP_lWsZG45sgQ1qKuRXxlPI', 33, 'WyJnRzNsU0RZTGF5NXJDTnRIaWItRHpBIiwiYW5zd2Vycy5yZXF1ZXN0Iiwi5pu05o2i55S15rGgIl0'),
	(469, 'fUW2ef6es4n6H_l__tgZNC3nG7MUwAhUHzng97gnm9I', 33, 'WyIzM19VbG1hNTdsVE04NEQ4SFROS2p3IiwiYW5zd2Vycy5zb2x1dGlvbiIsIuabtOaNouerr-WtkOW5tumHjeaWsOWOi-aOpSJd'),
	(470, 'TOYuwpXTphvc_9PeUi_oMb143TmN1w47vdUZAneSghA', 33, 'WyJ5VlZvLWNYZU9TLVRjaVV2VzY3blRRIiwiYW5zd2Vycy5yZXN1bHQiLCJjb21wbGV0ZWQiXQ'),
	(471, 'FF594tyhuwIYs_EfUo7Vdr0LGtPqXYwYp8hjDUpd4rE', 33, 'WyJlMFhMcWhOZENzRUZ0OHBkTWtacEJRIiwiYW5zd2Vycy5ub3RfY29tcGxldGVkIixudWxsXQ'),
	(472, 'jNK08vjEgAruIdPwRKeB13qPj0puHwTcWA0Cc9ulenA', 33, 'WyI5UkRkUlpHN1JTSnc2WlBVUnhoM0ZBIiwiYW5zd2Vycy5mb2xsb3dfdXBfZGF0ZSIsbnVsbF0'),
	(473, '-9_JQ0Rw4jqd9CVGKSGZO_FRHed8Itv1yOspl2zBpwo', 33, 'WyJsVzNwbDRkYkVCV0F3WXJWSDNmRU9BIiwiYW5zd2Vycy5yZW1hcmtzIixudWxsXQ'),
	(474, 'aKyA3lJn9X11ezeP-2hnIYi0vfJOv6_9Y-0EYyWTdq8', 33, 'WyJxS05TMFdnV1JpSWRTT1RfZ0w2MU93IiwiYW5zd2Vycy5zZXJ2aWNlZF9kZXZpY2VzIixbeyJjb2RlIjoiREFINVBXNUpaRyIsIm5hbWUiOiLmlbDlrZfpn7PpopHlpITnkIblmagiLCJjYXRlZ29yeSI6InByb2Nlc3NvciIsInBsYWNlIjoi5pS_5Yqh5Lit5b-D56ys5LiA5Lya6K6u5a6kIn1dXQ'),
	(475, 'FiOClXJjUwtV46A7YV6DeYhAkx1LQRbg5tagSmXstNA', 33, 'WyJ4ZUQxck0zN0EyejB5ZF9wZERYcHBnIiwiYW5zd2Vycy53b3JrX3Bob3RvcyIsbnVsbF0'),
	(476, 'kP7z1Bn7ZE6BTKmwRkSoz71rLXJZPZdthfEXnld-TBY', 33, 'WyJfelN0elBoR3Zsd1FCVFFSSlB5bi1BIiwiYW5zd2Vycy5lbnZpcm9ubWVudF9yZXN0b3JlZCIsbnVsbF0'),
	(477, 'XbsrrPF_ZTs0Rycj6DgxWIM2lsbohNLYFKPZ-jHlfy8', 33, 'WyJZekhCNTNkUDR0SkpTNklMNlRJZjV3IiwiYW5zd2Vycy5vcGVuX3BvaW50cyIsbnVsbF0'),
	(478, 'yO0kFyvAhfPbsIxpL5EdJLOGR-x1Zme5ppNxTabKHqk', 33, 'WyJmUDJ5TS1iZTVCeG1pXzYtOHhNS3pBIiwiYW5zd2Vycy5wcmV2aW91c19zaGVldCIsbnVsbF0'),
	(479, 'Rtd58sQfxUQaU1ofcFbV4JXG3DfWrLFvvg1qlC1MOWg', 33, 'WyJvd09fTXVMUnU1VXRNRGwxU1ptSXd3IiwiYW5zd2Vycy53ZWFyIixudWxsXQ'),
	(480, 'WgvPXtHBcHG6doGEzJGYB8W-at-I7Q_7WO5xbsOiQo0', 33, 'WyJ4MjN5cW0zdTdiemsxbTk2Uno3RUdRIiwiYW5zd2Vycy5sYW1wX2hvdXJzIixudWxsXQ'),
	(481, 'v_NUGCGI0DIKgpE1iu-bzp-SZgiyltrglPPK6UfrbCc', 33, 'WyJlWWhNWXdQMm9NWFc5TVpTTDF4TEFBIiwiYW5zd2Vycy5maWx0ZXJfc3RhdGUiLG51bGxd'),
	(482, '2nHktx1AV-XX4LPMyLBCeFWgIRNMfBC55KBE0gko6vY', 33, 'WyJFUWpGUmc2TWZoODhWV0hTUFhEOU5BIiwiYW5zd2Vycy5taWNyb3Bob25lX2JhdHRlcmllcyIsbnVsbF0'),
	(483, 'UAtNtMOwpXWd6Tc6MxxpltN2AwTm1uO3HeX6USDLm18', 33, 'WyJCTmdHY3JROVhQU0ZjODBubmk5TW13IiwiYW5zd2Vycy51cHNfYmF0dGVyeV9hZ2UiLG51bGxd'),
	(484, 'QxskdpIZh1QawK1O9O69BiIV_3q0EeDkAhrsKrkP_vc', 33, 'WyJSOWdIS1Q4N1k1RWFDWXM4c2xtQ3pnIiwiYW5zd2Vycy5kZWFkX3BpeGVscyIsbnVsbF0'),
	(485, '2x8naUSFIZSapEeDY8XqPcaD1uFB7GxPizwfUjJeRMg', 33, 'WyJjQmFRZWg5NDhXQnBnODhDRmdnbFp3IiwiYWN0b3IiLCLpmYjlv5fov5wiXQ'),
	(486, 'foL2a6K1QxpwBLlCTiV-bxkzg4DOuYiLW0onuMdi1CM', 33, 'WyJVd2FNRHRWRUpXZXF4aTY4V0VZLVBRIiwicmVhc29uIixudWxsXQ'),
	(487, 'oYVlv4wfACBvSn_mAXb_jehDcAsFcwqOIwf0NfCJDfw', 33, 'WyJlYVVrc0J2bVdiNkNVdDhWaDVnQUVRIiwicGFwZXIiLG51bGxd'),
	(488, 'cZD4fbMPpX92kB38glTq1RwtcnY-ylRhGNdyfvWFVIo', 33, 'WyIwY0ZpbzdWakZYUVFYdkJzOVpLSzBnIiwiZXZpZGVuY2UiLHsiYWRkcmVzcyI6IjEyNy4wLjAuMSIsImFnZW50IjoiTW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBQaXhlbCA4KSBBcHBsZVdlYktpdC81MzcuMzYgQ2hyb21lLzE0MCBNb2JpbGUgU2FmYXJpLzUzNy4zNiIsImRldmljZSI6IkFuZHJvaWQiLCJsYW5ndWFnZSI6InpoIiwiaGFuZGVkX292ZXJfYnkiOm51bGx9XQ');



INSERT INTO public.drafts VALUES
	(1, '034ab077-9ed1-4fa9-a4e5-1b2bc05d03b1', 'c12bf1b5-85aa-4b1e-af5e-b6ca72c2b801', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "会议室话筒有杂音", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 1, 'tests', 1795482180000, 1795482180000, 1795482180000, NULL),
	(2, '1e229a18-6adc-455c-856a-c1b28d56d4a9', 'c12bf1b5-85aa-4b1e-af5e-b6ca72c2b801', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482180000, 1795482180000, 1795482180000, NULL),
	(3, '54235fed-064c-4e16-a60c-55b248b6dd33', '50f73af8-6633-4306-8d0f-66fb4aa432f4', 13, 'work', 1, 1, '{"room": 1, "reason": "到达时间写错了", "supersedes": "FW-202611-0001"}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "会议室话筒有杂音", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "work_photos": ["a98e8b1be2fa1e2502c85353c780485604321157f968d890a2378a6f81ff1254"], "serviced_devices": [{"code": "DAH5PW5JZG", "name": "数字音频处理器", "place": "政务中心第一会议室", "category": "processor"}]}', 1, '', 1795482180000, 1795482180000, 1795482180000, NULL),
	(4, '19945271-33a8-4a7e-ba1e-a3197fbc1556', '50f73af8-6633-4306-8d0f-66fb4aa432f4', 13, 'acceptance', NULL, 1, '{"room": 1}', '{}', 1, '', 1795482180000, 1795482180000, 1795482180000, NULL),
	(5, '78f5162b-89ef-486e-a067-4b9167e27b93', 'be09492d-5a53-48b2-9994-1cc0f83a883c', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "投影无信号", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 1, 'tests', 1795482240000, 1795482240000, 1795482240000, NULL),
	(6, 'b13f0d02-9839-43fd-9247-575cc98a0a88', 'be09492d-5a53-48b2-9994-1cc0f83a883c', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482240000, 1795482240000, 1795482240000, NULL),
	(13, 'e602b18c-f59a-45c9-8a79-942277dc0ff9', '866dc011-de87-49c6-95c9-5132d4094691', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482420000, 1795482420000, 1795482420000, NULL),
	(7, '972e7afc-5577-4006-8a6e-9b11f39c2112', 'be09492d-5a53-48b2-9994-1cc0f83a883c', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "投影无信号", "solution": "重新做了接头", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG", "name": "数字音频处理器", "place": "政务中心第一会议室", "category": "processor"}]}', 2, 'kept', 1795482240000, 1795482240000, 1795482240000, NULL),
	(8, 'e5f79746-8c10-4d26-bf64-5dff0a73372e', 'be09492d-5a53-48b2-9994-1cc0f83a883c', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482240000, 1795482240000, 1795482240000, NULL),
	(10, '1273030d-d0e2-4b89-9965-aa92c9009fcc', '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482300000, 1795482300000, 1795482300000, NULL),
	(9, 'c66a4aa7-b27d-474e-972b-c5817811d4e6', '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "request": "屏幕有亮线", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 2, '', 1795482300000, 1795482300000, 1795482300000, NULL),
	(11, '34b87df1-2b8e-4025-9a1f-7efae00c0dc3', '4ad84230-51e8-4174-b5e4-41daa930a5f8', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "看错了房间", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 1, 'tests', 1795482360000, 1795482360000, 1795482360000, NULL),
	(12, '9c586479-9a5b-458f-aa95-a8e0fb9ec34f', '866dc011-de87-49c6-95c9-5132d4094691', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "调音", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 1, 'tests', 1795482420000, 1795482420000, 1795482420000, NULL),
	(14, '1613cdcb-0e30-4233-9004-7afb4d16c6f9', '8fbedd1a-3300-4872-b589-80140c7e1210', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "席位无声", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "FPGTEM7CSM"}]}', 1, 'tests', 1795482480000, 1795482480000, 1795482480000, NULL),
	(15, '5e9a9534-77d0-4a52-acca-2e21c3c660cd', '8fbedd1a-3300-4872-b589-80140c7e1210', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482480000, 1795482480000, 1795482480000, NULL),
	(16, 'd0a50cec-5865-420e-a954-ea459df566ad', 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', 6, 'report', NULL, 2, '{"device": 2}', '{"symptom": "没有声音", "urgency": "urgent", "faulty_devices": [{"code": "VM6H6KZBRY", "name": "阶梯教室功放", "place": "文澜大学第一会议室", "category": "processor"}]}', 1, 'public', 1795482540000, 1795482540000, 1795482540000, NULL),
	(17, '4655a4b6-b26b-4b97-add9-571ae7c77c20', '1c5e77dd-27db-4bc1-9965-34eebe382529', 6, 'report', NULL, 2, '{"device": 2}', '{"symptom": "还是没有声音", "urgency": "urgent", "faulty_devices": [{"code": "VM6H6KZBRY", "name": "阶梯教室功放", "place": "文澜大学第一会议室", "category": "processor"}]}', 1, 'public', 1795482540000, 1795482540000, 1795482540000, NULL),
	(18, '1693735d-7022-487e-b1b2-a2599ef20bde', 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 12, 'request', 1, NULL, '{}', '{"owned_by": "company", "issue_kind": "tool", "due_back_on": "2026-12-01", "issued_items": [{"part": {"id": 1, "name": "网线测试仪", "unit": "", "model": ""}, "quantity": 2}]}', 1, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(19, '4f34f46b-4387-4a6e-a135-dca626901889', '6e7ca6ac-ed6a-42b8-9caf-a5d6f4053c77', 12, 'request', 1, NULL, '{}', '{"owned_by": "company", "issue_kind": "tool", "due_back_on": "2026-12-01", "issued_items": [{"part": {"id": 1, "name": "网线测试仪", "unit": "", "model": ""}, "quantity": 1}]}', 1, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(20, '27925738-66dc-49ec-b372-495391565c27', '383f42d0-14b2-42cf-a09e-ff6724a575fd', 12, 'request', 1, NULL, '{}', '{"owned_by": "company", "issue_kind": "tool", "due_back_on": "2026-12-01", "issued_items": [{"part": {"id": 1, "name": "网线测试仪", "unit": "", "model": ""}, "quantity": 1}]}', 1, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(30, '50ef4074-b5e0-4186-9309-8f523e1c09f1', '58463036-eadd-4cf4-a112-c4bfd7fa7a87', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "更换电池", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 1, 'tests', 1795482780000, 1795482780000, 1795482780000, NULL),
	(21, '7b96d794-4707-483b-a112-1f5e112f8fe2', 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 12, 'issue', 3, NULL, '{}', '{"decision": "approved"}', 2, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(31, '98bde092-1d96-41d5-9ae2-2865ea2931fb', '58463036-eadd-4cf4-a112-c4bfd7fa7a87', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482780000, 1795482780000, NULL, NULL),
	(22, 'df80e956-bbdc-4c2d-bacb-b761873bd4b7', 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 12, 'taking', 1, NULL, '{}', '{"taken": "taken", "taken_at": "2026-11-24T09:10", "taker_signature": {"name": "陈志远", "typed": true}}', 2, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(23, '1bce61cf-ec0a-4c72-a208-272bda528488', 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 12, 'giving_back', 3, NULL, '{}', '{"condition": "intact", "returned_at": "2026-11-24T09:10"}', 2, 'kept', 1795482600000, 1795482600000, 1795482600000, NULL),
	(24, 'ed9cfc8e-e901-4d7d-a2bc-deccd92447a2', '383f42d0-14b2-42cf-a09e-ff6724a575fd', 12, 'issue', 3, NULL, '{}', '{}', 1, '', 1795482600000, 1795482600000, 1795482600000, NULL),
	(25, 'fe1a4ed3-081a-4b0d-9f4b-9bb130ffbeb6', 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', 13, 'work', 1, 1, '{"due": "2026-11-24", "plan": 1, "device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "address": "政务中心路 1 号", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "会议室话筒有杂音", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "serviced_devices": [{"code": "DAH5PW5JZG", "name": "数字音频处理器", "place": "政务中心第一会议室", "category": "processor"}]}', 1, 'kept', 1795482660000, 1795482660000, 1795482660000, NULL),
	(26, '67620558-a21d-43e0-bbf4-6429bb731757', 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', 13, 'acceptance', NULL, 1, '{"device": 1}', '{}', 1, '', 1795482660000, 1795482660000, 1795482660000, NULL),
	(27, 'aee96a09-1569-4424-a1b0-c853f3c40096', '204662d9-817b-4a66-9ace-15dcd8eae604', 11, 'request', 1, NULL, '{}', '{"hours": "3", "to_at": "2026-11-28T21:00", "from_at": "2026-11-28T18:00", "asked_by": {"id": 1, "name": "陈志远"}, "day_kind": "rest_day", "asking_unit": "政务中心", "overtime_reason": "会议保障"}', 1, 'kept', 1795482720000, 1795482720000, 1795482720000, NULL),
	(32, 'c2af0160-7a8d-414f-b8e8-4b1b7c573f24', 'f97e4148-65c0-4e91-ad5c-17982e78927a', 13, 'work', 1, 1, '{"device": 1}', '{"phone": "0571-5555 0111", "result": "completed", "arrival": "2026-11-24T09:10", "contact": "徐明", "request": "麦克风啸叫", "solution": "更换端子并重新压接", "client_name": "市政务服务中心", "client_type": "yearly_contract", "work_photos": ["c8d90555b568adecfc7061f4ac0988f18a7172e669bc7bbee184bf6cb5c0fb9c"], "serviced_devices": [{"code": "DAH5PW5JZG"}]}', 2, 'kept', 1795482840000, 1795482840000, NULL, NULL),
	(28, '94df21db-dc45-4418-875a-c95d0be861e1', '204662d9-817b-4a66-9ace-15dcd8eae604', 11, 'supervisor_approval', 4, NULL, '{}', '{"supervisor_decision": "approved"}', 2, 'kept', 1795482720000, 1795482720000, 1795482720000, NULL),
	(29, '34ceaa24-6c3f-4573-a2f5-e070c121296c', '2a56efef-039e-443e-9273-f26d380b2f00', 10, 'request', 1, 1, '{"client": 1}', '{"media": "2026-11 例会录像，1 份", "borrower": "林岚", "client_name": "市政务服务中心", "due_back_on": "2026-12-01", "loan_reason": "整理会议纪要", "classification": "important"}', 1, 'tests', 1795482720000, 1795482720000, 1795482720000, NULL);



INSERT INTO public.entries VALUES
	(1, 'c12bf1b5-85aa-4b1e-af5e-b6ca72c2b801', 1, 'FW-202611-0001', 13, 'work', 'done', 1, 1, '034ab077-9ed1-4fa9-a4e5-1b2bc05d03b1', '03d16ad04ad4a0f276051f222dab4dbcd4f79845101054a07f2425d6d5adab5f', 1, 1, 'ISMhZH1XdTjqPQSAagiuf9ZZ43Dgcb199FhCXLogg5E', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMTgwLCJzZWFsZWRfYXQiOjE3OTU0ODIxODAwMDAsInJlY29yZCI6ImMxMmJmMWI1LTg1YWEtNGIxZS1hZjVlLWI2Y2E3MmMyYjgwMSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAxIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjEsInByZXYiOiIiLCJib2R5IjoiMDNkMTZhZDA0YWQ0YTBmMjc2MDUxZjIyMmRhYjRkYmNkNGY3OTg0NTEwMTA1NGEwN2YyNDI1ZDZkNWFkYWI1ZiIsImRyYWZ0IjoiMDM0YWIwNzctOWVkMS00ZmE5LWE0ZTUtMWIyYmMwNWQwM2IxIiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOm51bGwsIl9zZCI6WyIyRUlMOVJ5TGF4OFlDSWZ5UWFaMERzOXp6ZmZWUzgxVk9vTERDVlM3bE4wIiwiMmo5ajZ1WVoyQlFJbjVPM05nMjZDLVM3UXJHeDZtM185N3FOMWNSNHhVQSIsIjNSS2NhUXdrVDlRUWNMTHhPbU04djh2TFltSGxUa25fVERrOEV3QmtndkkiLCI4T3o5b0dKOW01ODY1b1hrb1NDZ3NiNXdvQ1ZpUmRxc2VDWFZfSVFqVThBIiwiOWhvQ2V3X285U1M2R3BSQXN5ck9aNTBnWXExTWRacWV3UXBfd0tJcEd1ZyIsIkF5VlkwVkRmcEE0VUJIQUdYdV9VWlY3RVdhdnNIZkJoblBuRjZ4aE1KRE0iLCJJYXp6UTlXZjlFOE1jR3pZT1djVV9aRlV3b0hfOWdNU2JQa1JhdlMyUkY0IiwiSW1jTXNkRkY2VGtZNnFocGJvQ2xOOVowcF9WeE1iRGwxdTVvZE9BdHhqUSIsIktvZ0FYcEo2dnpQX2Z0RE1SbVE0T1JWb1g2bWhBNWFiUDh1eF83bGs3bUkiLCJMbTJYN1VRZ0M1LW5RX0hxWmZMM3J0VUZhNWRvZ2ZLNU4yYUkxa1NpWGM0IiwiTUpIQndkTy1QRE5QdXpJM1NYeUVwVkt3Z3NqVlpzbHpXNWRtODhJczdscyIsIk4yTU9pTFBUUVZJQVd4SllMTHZoVTNPNkxwUDVIQy0yWDFpeXA2Y1BVWlkiLCJOcUxyOE9IWUxabjZjT2VxLXpGbU9YN09KdmlOYnZDOEppRzFLTWhvcHk0IiwiU0M5UjVPbk81RUhwU294V1p2NmtVdGwyY0h4WXp0b2FOcHZvS1BBQnZPYyIsIlZaQVkzVDFMM05lbUxtaVJrelVOd2hpRWRUX18yaFlWRXRvaEZsQnFvWG8iLCJXaXpmZUNPTVVIbXJyQWxiVVFyb3J3WWs2UUMtUmkwdXJpOWtEVkQyR0xVIiwiWXZ3RU9ndTdTX0xHem04VHhxeHlEaXJSamJib2NSZmtlSTNhU0JmZkFSSSIsImdoZkpqZmp5TTAzY3VuQUdhUFJMTnhfS2prSmQxX3o2Q2N0eU1XZjUxcEEiLCJocVZlSEVETFo0b0syRnRzZngxbWFxUVlSMXVQV01faXk3aWNHVjkyMlIwIiwia0Q3bm9EZl8tbUl3QjJrVTROYXRIWGN2ZGU2ckUxcTF5TlZ2NXRHT3p3QSIsImxvZFlfQlNPY1d2bm5tZjlYNEJUQTZXMl90WnVIVHhCX2VVRUg2SmYyM00iLCJtam45U3Q3aHpkYW5aaTM5Q19MU3llZG9RYUVMSzdISzdOd1pjajNQYnhvIiwib1QyQWpSNlNkOVIzcmY0M2NQLXg0eDZIVXBYTUlDY1VzME0tWVNMeF9uNCIsInNFVjdsejhaY0JENWI1dl9JXzQ0ZkVLWFluTWNFOGhDalJOZGtIVDRrWTQiLCJ2TkZYYktaZjR4cDRqa2RfbTJOSWZPWm1vUVhXWXBLY3pmVlVlZzRMTlVrIiwidzIzelVJZF9LeGM2SWF1T3hiSzJxS0dWWnphMG5WYXozSkFIazB4SWJtRSIsIndycEJ0bTFrS1B1c09PRDRMRVNtRENLRUxwaHIwbmhTcGpzVE9NaE94WTgiLCJ6NXVvMmtmMFI1MzQzaXJobEIxaWZsWktZRUQyZkV1VFhsRFBmSV82aTdNIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.rHoxh0wFKRAQPNY0xr5CyfJmQqGQhlfBJYUCnFK8BDErQsXcVcljlikwssBabMA3ukyfA7n7PVuIwGbEoY2knw', 1795482180000),
	(2, 'c12bf1b5-85aa-4b1e-af5e-b6ca72c2b801', 2, 'FW-202611-0001', 13, 'acceptance', 'done', 1, 1, '1e229a18-6adc-455c-856a-c1b28d56d4a9', 'b6b3302219028f5c90805965cbc0f144082437d53a0e2d99869128de16998f41', 1, 2, 'vRjywi_cYpy_b-bEVbHSwcr25tnZbV4Stcq5YyOV0ig', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMTgwLCJzZWFsZWRfYXQiOjE3OTU0ODIxODAwMDAsInJlY29yZCI6ImMxMmJmMWI1LTg1YWEtNGIxZS1hZjVlLWI2Y2E3MmMyYjgwMSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAxIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjoyLCJwcmV2IjoiSVNNaFpIMVhkVGpxUFFTQWFnaXVmOVpaNDNEZ2NiMTk5RmhDWExvZ2c1RSIsImJvZHkiOiJiNmIzMzAyMjE5MDI4ZjVjOTA4MDU5NjVjYmMwZjE0NDA4MjQzN2Q1M2EwZTJkOTk4NjkxMjhkZTE2OTk4ZjQxIiwiZHJhZnQiOiIxZTIyOWExOC02YWRjLTQ1NWMtODU2YS1jMWIyOGQ1NmQ0YTkiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6MTc5NTQ4MjE4MDAwMCwic2hvd24iOiJJU01oWkgxWGRUanFQUVNBYWdpdWY5Wlo0M0RnY2IxOTlGaENYTG9nZzVFIiwiX3NkIjpbIkgtM0l3R1M5cmtWV2k5QlBPb2kyQTZacDV3SUh6Rzd0eG5WN2JfanQyQzAiLCJPMVBZVVFEbFNrSk1KR05IeUtDTU5MSEoteTVRNGc2NGxWbm5kMFZCVk1zIiwiT3RKOUxmZXNVOFk2a1pwQ3M1UXlmSll2YVBQbTdVMUE2ZHAybW53X20yZyIsIlVveGVNaG02Ui14THExbDVvdEVsdGE0TExJT3lkY091QXpYWERfczdQdGsiLCJfYnJwSnRoT0NaLUk2Sko3OXNCT0ViWDU1cUxsUXNhZ1lRUFdlNkNSQmUwIiwiYjE0Y3czcFRhenJrNGxmNkZBTV9LamtxTjFQUkRpYVVZcG1sV1MzaGF3QSIsImQwcERTY2psUXViRkU4X19aTDVCcjJZa2dvcUl5cHc1aUEtMjB3TlA0WmMiLCJlNy1Yb3JkOWh6ekV6Ql9WTWhzRlJVQ290ZnBCVVg2bkluQWhPZ0VOTGFzIiwiZjBiU1o2TTlwTHhVX3JmVTJlRmk3eVhxbzZLS0ZTcGotY1dPbmx4TEhMcyIsImsxb1FkVXA5aG1zRDh4clQ0OWhlUjZxX0FxT2VtWTBPSUhMSTBpbVR4RDAiLCJsajE2S0JybWRBNE1QRDRpSmVHUVEtUnZMMFV1Z2JpSVBCaWgtWEpEZnBBIiwidjBHS3Uzajh0eFRPemk5XzhnUzV6cEVmSm9RMGZUVDU1YXF5T3Q1X0JIRSJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.23vJ8X4X1dAiAyDFKDDtEfQT3dilRqoirYmYIY4AAKj5rig4t81g1qweCrWrUji01M-Qt9COZZAW7G4Jvi57ZQ', 1795482180000),
	(3, '50f73af8-6633-4306-8d0f-66fb4aa432f4', 1, 'FW-202611-0002', 13, 'work', 'done', 1, 1, '54235fed-064c-4e16-a60c-55b248b6dd33', 'b67a7963e052d5e2d279f4cf276b5220b961361e2d696d30f534a92c4c0192c9', 1, 3, 'oKo_bvtwwZgARsKr1H9Rq3vSIATOu20Bls3FXcgbVPw', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMTgwLCJzZWFsZWRfYXQiOjE3OTU0ODIxODAwMDAsInJlY29yZCI6IjUwZjczYWY4LTY2MzMtNDMwNi04ZDBmLTY2ZmI0YWE0MzJmNCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAyIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjMsInByZXYiOiJ2Ump5d2lfY1lweV9iLWJFVmJIU3djcjI1dG5aYlY0U3RjcTVZeU9WMGlnIiwiYm9keSI6ImI2N2E3OTYzZTA1MmQ1ZTJkMjc5ZjRjZjI3NmI1MjIwYjk2MTM2MWUyZDY5NmQzMGY1MzRhOTJjNGMwMTkyYzkiLCJkcmFmdCI6IjU0MjM1ZmVkLTA2NGMtNGUxNi1hNjBjLTU1YjI0OGI2ZGQzMyIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJyb29tIjoxLCJzdXBlcnNlZGVzIjoiRlctMjAyNjExLTAwMDEiLCJfc2QiOlsiLUlHcjFrOUZUcmRrbGlRdVJWLXVBVVoxUnVPdHRDV2pzMnk1NWFDQk1qUSIsIjFiWmlmalhteVRFUVNZTkZHSGY2UDlXNTdCSk5vLWl4LUU3a1VQT1lya1kiLCIybTkzeFlBc3dwSFQ1S3VBdEJia3dIeTNUUlZEeW5uSHZMOGpLdC0zQW8wIiwiM1g0R3A1ZzBCSG1iZmN6Y1Y2QkIza3RzZ1lpVkU5MHRCWkVJNG5PMWtlMCIsIjdMSFlSclRMakFicUFiWlQ4QXBCeExueEpyLTVFVGEybFhDV3Y1TzNtM3ciLCI4RC1xUk5pTnhDQ29rMDFtcVZzWDVwVm1hVzdFZC1URHhmX2Y3VEliNlFzIiwiQTI2dkgyTHQwek5BMkp2QU9oYmZYbjVJYUNWMXR6dTVnUVhURzd2dFZ3TSIsIkI4dGpWeHJZVnlwSDUyUzlNdHVyZVNmdHR5NkcxZGJ2cEhYZ1NLTTZwcTgiLCJETGh6NnJObmo0RlNJOTZadE5ISWx6VDhFaDhyaUV0amVUYlhSajdlU2k0IiwiRWpmZHM0Yko4RWhqd2xBbmJxRjdpT2dGelF3Z1FxdWlzSi15YlFrRUpNTSIsIkYtSWhJTnNDbUFVYkM1NzNlVlg0NHBleElucjhVbDNVZHhuXzlIWVAya1UiLCJHRlhIYXJzbTJJMWpNR3luRlhNUVZLbUU1VWhaczFYZ29wcUwyRkkxQUNJIiwiSWtjbTVZaXhlSncwYWJ3U1Z2em5wcGh3Z0lwV2otenFEeUdzN190NmxKTSIsIkw5RThacU8wN21DbGR5cWlRUXRZOVV1cU91TjcwQ19BMDdFNWEyM2tNZkUiLCJUWHBZU3hJdldLZTN3YmxiMHd0Y0lvZHJwazhJbXhwbHRkbzFXcG5DT2djIiwiYUtDVGZQdXUtYjV4dDFPVy1NcnpPWnVfQ0VEeTRDRUlGZDVVT3BleEhlbyIsImFyTjRpRlFzQ2plR2trZFhBT1NEamRuSXByaWIzMEcyX05TajQ2eGlCcWciLCJkS3NDZXlWdDBPWVdSM1NLeVVOdnBOZDN2REhHSmtxU21RWWdCbVlPVXU4IiwiZGJlRUhBZWNsakV5SC1tMFpaYkJnbDVIaGRWeVhJWTZtTEh1R3FIeDJucyIsImVwUDhhOXRoN3BRSmZLQVBac3Jmb19acW9tSVkxMXNQX25CS0RSYmFQY0UiLCJmS29qMjltQVdKaUp0MkpEYzAtUnZiN1RNd243dEhpemZvcE9EaXRVRVdrIiwiaDU0YXM1ZndsUk5BeHExeWl3Z2xRUjBuOC1SNGY5VDllOGVIdWNVTDQ3TSIsImxHZXc1R1pRZFpaQWdZV1doVDFVTmp0SG5lYlUxRm9iZktLdUNFLXZNanciLCJuR2s1SVBScDdOeFd1RXQ3dTdZZEE1b0x0LXJmSFZ3Nk1tRXNIeE1JVkhrIiwib2dFaC1RSkJhaXN1LVlEWE1iQlVBMnpYdldZdWVMRTA3X19OR0ttZHVuVSIsInFLUFZVeHl1TXAtaElrZmZzSFhkN3ZHMWg2c0FfS1hQaDQ4QmRLU0ZoZnciLCJ0aUNwMU9qTGJjcXJLZEhJcERXSmZ6RDJaRXNHUzJhN0pvX0tQbzF4ZjJ3IiwieldaR1FrZnpya1BFWkRtNWt6bW9IbFZ4MUN6elBrbU1jTFg1U1RGcHBRNCJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.4GpD4IOiEnK16VEQuFdJke1u_hGmk50M4_wrHwlQZY3qPPBeOt7M8kcA8euJw3CsKjBDWb1tLEfK_fr4iZ4P-Q', 1795482180000),
	(4, '50f73af8-6633-4306-8d0f-66fb4aa432f4', 2, 'FW-202611-0002', 13, 'acceptance', 'done', 1, 1, '19945271-33a8-4a7e-ba1e-a3197fbc1556', '0a939443f7aa803767fe0cce5e5d2027793ab61dbb29bd6170a61eaccdb35ba5', 1, 4, 's9ygfVj7c4kISBlcLettcKMmjOX8SpSMlxV0JqGJJKY', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMTgwLCJzZWFsZWRfYXQiOjE3OTU0ODIxODAwMDAsInJlY29yZCI6IjUwZjczYWY4LTY2MzMtNDMwNi04ZDBmLTY2ZmI0YWE0MzJmNCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAyIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjo0LCJwcmV2Ijoib0tvX2J2dHd3WmdBUnNLcjFIOVJxM3ZTSUFUT3UyMEJsczNGWGNnYlZQdyIsImJvZHkiOiIwYTkzOTQ0M2Y3YWE4MDM3NjdmZTBjY2U1ZTVkMjAyNzc5M2FiNjFkYmIyOWJkNjE3MGE2MWVhY2NkYjM1YmE1IiwiZHJhZnQiOiIxOTk0NTI3MS0zM2E4LTRhN2UtYmExZS1hMzE5N2ZiYzE1NTYiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6MTc5NTQ4MjE4MDAwMCwic2hvd24iOiJvS29fYnZ0d3daZ0FSc0tyMUg5UnEzdlNJQVRPdTIwQmxzM0ZYY2diVlB3IiwiX3NkIjpbIjA0cUZOVEJCSV81bXBRdndUWXFmbU1QbGVmbWRWdGZySjRiRjdXUWdQd0UiLCI0ak54Y0UwZTdMc290OXhVNEdQbllDbWRvSmpDeGhpNlJZeHFaMFh3YUVrIiwiODkxNVJBN1pEcWRXcDJZWC0zT1lJTXRKb0pSclZlSlN1RURxZ0lCVjAzZyIsIkNJNHhQdTAzRGMtUUlRVzBreUF3dTVvam9GQkZteldGdFdDRVFjNWFIMjgiLCJSMHhfblBfLUpCcjhVTmhlXzd4NnNSSktYVFBzeWxHa3Q4anBHSjdobEFjIiwiUmxzTmkyeTNpTkxYVHhxSjFFN3lGMk1CRXpDVkJHc0Z1eG96XzlOMWw1VSIsImI4VGtVZ0g1VEgycmt1NUV1RXp4WVNzczRfb1dwNFlSSDFtNFhpT2RuNFUiLCJuLWd1QkJzU3laSDBOLWJ3MWxXWnZYS1MyREVibktkVFZ6OHpTbjJybDNNIiwicU1NdGhoWFRkbTdfdFlsaW9OVFhtUFlnSlNKc0hCZXJSQmxGWk9zYkFvVSIsInFoa2F4ZHlCVldJbUpOMm9ubGxmU2xqZlBTeUFlQnhDWHc1UXZKQjIwU00iLCJ0S0hRQlp6TEoxaUpJbGEzYTZ0b0c4dkw3NFpwekpBQWIydWJKYy1YcUlzIiwidk5ONlEyX2UxMnU5Nzc4bXFoUGVURU13RE5LWUFhampmMjdVa2IwRll1WSJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.1ZduNXcs6oeJsHFntZikFz-ZPavGs26Y8DVIYECdrNPQX7lD860-jUJ2qkHiU-JVUgVehQgCz6CquQZU5R0Pfw', 1795482180000),
	(5, 'be09492d-5a53-48b2-9994-1cc0f83a883c', 1, 'FW-202611-0003', 13, 'work', 'done', 1, 1, '78f5162b-89ef-486e-a067-4b9167e27b93', '3cc31a77c23f033b1da850b6840df40b337d00394f7aa1aa9e5d74006c9023df', 1, 5, 'O3o7y373JC3S9PcsPuXeZqwE2uBW0mGFHWSVIzsQwow', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMjQwLCJzZWFsZWRfYXQiOjE3OTU0ODIyNDAwMDAsInJlY29yZCI6ImJlMDk0OTJkLTVhNTMtNDhiMi05OTk0LTFjYzBmODNhODgzYyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAzIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjUsInByZXYiOiJzOXlnZlZqN2M0a0lTQmxjTGV0dGNLTW1qT1g4U3BTTWx4VjBKcUdKSktZIiwiYm9keSI6IjNjYzMxYTc3YzIzZjAzM2IxZGE4NTBiNjg0MGRmNDBiMzM3ZDAwMzk0ZjdhYTFhYTllNWQ3NDAwNmM5MDIzZGYiLCJkcmFmdCI6Ijc4ZjUxNjJiLTg5ZWYtNDg2ZS1hMDY3LTRiOTE2N2UyN2I5MyIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMFN2SDk4VmNUcWlTU05uUXpRQllRNjB5a0pEbWtpWUswRzBjVXpVWHJWWSIsIjIxM0lTaU1ic21weXVFQ0ZtV2p2RThLUk9IS3MyQ0VGSDgzSkptUmlFc1UiLCI5cXZxbkctbjdHVy1yQWNsUmJnMU54OTU4bVR1czE3aWZhaUtNTUpnSjhZIiwiQjNBV3ZfVE9BOGhVakdlZDlrQVlZLXh1TWFTLTZMZ0hBUjBTSmprTHVyQSIsIkdLcGFodlA3Wm9iWWQ4QWY4YU1HTXlUQm5mcEJOUTlMaW1ZN01PMHJoTFEiLCJJRWp0cDk0aWhTOWsySTN6eWZ2ckY0blZ4V1AyWGhielhoQzRnVkxZVTY4IiwiS3h4VGRfc1JNR1p3V1AyMkU2QU5uUGZnM1B3MFdITV83LS13WWVtbV9HVSIsIk9aZEhyMDVsMFFjc0hhZTVYS3IyTGFFcjZtMjJOYWxtdHkyc1dwSmlyeUkiLCJQMDFlRlAya0xUOGNCQ0wtMVNKVTNWWDVQa21FRTdUS3BxMkc0c2toM0Y4IiwiUHF6Mkc4WlJ4Y2dONTlOM2N6aG9DS18yQmpwSlhtWnpyQkZ6YXJlNjlRQSIsIlF4Y3VVdlBCVU9xTDVfTzFaNHpBQnpvSzZxekxDbW5UNkZvVVl0NUhXUjAiLCJSd2RZS3hkaDctcWlUY2psNnNobWp6VmV1ZV85NmZkR3NOQkpDcFRGSkZnIiwiU1BmUUdCVFF2SVFtNHB3UHFnODBjcjMyazl5SVBXa0hHUUk5WHVvOERRVSIsIlNRY2x4Z2JJZDV5QzBKcUI5LXFWOHc1cHVPVHRLZVV4ZENfUkNLOWRWTUUiLCJTVTNFSlF6YVUtWDVWQThMVmZrX2NMNUl5OVdQR0RCUW1XSHN5RF9tZ0lZIiwiVFl2b1hSRld6SERWUjBLS1QwR1NHNlEwUVpnbDhfZFppR0R2SnNkT2FDayIsIlV6dGc2NGVuM1JjRTJFZkNfQl9fU2Mtc05XaWVjQ2ZadTVPRl94VWF3YWciLCJaeGo5ME11TkdHTFZoT2o3OW1CTWw2bUx3RmlaV2FWTUtFbmYyUU9ISV80IiwiZWJVQkEzVUN4NzlMTUF4ZXhxREFfR0ZVdUdwTlpBeXY3OS1TdG1mdHg5VSIsImdKMXFDY1NUUTBjcjAtdFp6VHQzbkJlbWVMOGFpX3FRendSZUhTZDZGWmciLCJqNjNJNFdBRlN4eWgtdzVuY19QbHNNUGFadFllbmt5cVZ6VnZJOXkzNjRvIiwibHFTMFVfeHAteVpNS0FqUGlSZmNIakVaYnhPRllsblRkN0xUZ1Rid241dyIsInA2cWJTNkR3Nk9NUXh0aVhMOUEta2FpUUxOUlhrNmlVQnRyX1cxcTktUHMiLCJxWjgzZU1sWFRCa1UyMDY4ZXdmUmE0X3owNk5HVlZ1cUdOODNhQVZ3ZWZVIiwicXRPb0owRHZXR0pXN0hKWGt0M2J5aVllckZiUG5qT2Q3ZGJoMnQyeDRxWSIsInJ3MzMtbmlwdUdBRmNUbS03Q3Y3eGNRdWxLN2JlOXZfaEpGLXZvOEZ6RjAiLCJ0Z0YweHRMQVNBWm5WT000Wk41ZlJ3SElWV1VROHNwSnFOQ0o0SllXZVZVIiwidk1pckQ3SjVNb3BYTjFwX1A5b004T3ZVUVp1OGxILXEybnZ2RXhrOWdRMCJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.7vwPSOoNZzkf7zWFwPGpix7-sP535h784UtCXOTpSliTED_TZYaGdqJTFkWX5g4CREr8mW5pUk_F2wJaqDaErw', 1795482240000),
	(6, 'be09492d-5a53-48b2-9994-1cc0f83a883c', 2, 'FW-202611-0003', 13, 'acceptance', 'returned', 1, 1, 'b13f0d02-9839-43fd-9247-575cc98a0a88', 'aef87edccf9ccc71b9189ab5a4f284e8e8b55504e54b5db3ed8823b945dde75c', 1, 6, 'SnsS_1Q7d8hQRdV5KgrO_Cn806xg8MrVGxh6qCd0omQ', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMjQwLCJzZWFsZWRfYXQiOjE3OTU0ODIyNDAwMDAsInJlY29yZCI6ImJlMDk0OTJkLTVhNTMtNDhiMi05OTk0LTFjYzBmODNhODgzYyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAzIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJyZXR1cm5lZCIsIndheSI6ImhhbmRlZF9vdmVyIiwiY2hhaW4iOiJjbGllbnQ6MSIsImNoYWluX3NlcSI6NiwicHJldiI6Ik8zbzd5MzczSkMzUzlQY3NQdVhlWnF3RTJ1QlcwbUdGSFdTVkl6c1F3b3ciLCJib2R5IjoiYWVmODdlZGNjZjljY2M3MWI5MTg5YWI1YTRmMjg0ZThlOGI1NTUwNGU1NGI1ZGIzZWQ4ODIzYjk0NWRkZTc1YyIsImRyYWZ0IjoiYjEzZjBkMDItOTgzOS00M2ZkLTkyNDctNTc1Y2M5OGEwYTg4IiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOjE3OTU0ODIyNDAwMDAsInJldHVybmVkX3RvIjoid29yayIsInNob3duIjoiTzNvN3kzNzNKQzNTOVBjc1B1WGVacXdFMnVCVzBtR0ZIV1NWSXpzUXdvdyIsIl9zZCI6WyItWUxQeG9UQ0F1d1hENTJKQXdHZ25FR0ZXejVBU21IbkJacWxDdk5XLVZBIiwiODNuMlVaQXN3Q215NWd1SVItU3h0aWVsbWZMX0xvZlVuYnl1amZDTkFTWSIsIkloWnBQMlltVklXZzBlTTNwOEk3SHViZEY3M3JGTEI1WjcxWTFhYmZ3eHciLCJZZGtiLWs0ejM0NjY4X1pXSGFPRTY2UlpfV0JaMThRbjRWVDdKcHJPS2JnIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.4xMwlEIcOrJel7JT9PrSuQwOnM52KOWrgkplY4xJu-bfYX3VlT7zd3l8Yj8rVUF467IBVhUUzH9-FRIFiN_lTA', 1795482240000),
	(7, 'be09492d-5a53-48b2-9994-1cc0f83a883c', 3, 'FW-202611-0003', 13, 'work', 'done', 1, 1, '972e7afc-5577-4006-8a6e-9b11f39c2112', '893a9c927c2811ac70992a83e46f22d180f91f55a47ea5ee4668de9490c853a3', 1, 7, 'Rcf5wAH0f6UYzrXepq39uHnQgKwCxotoLj5_JL2tqw0', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMjQwLCJzZWFsZWRfYXQiOjE3OTU0ODIyNDAwMDAsInJlY29yZCI6ImJlMDk0OTJkLTVhNTMtNDhiMi05OTk0LTFjYzBmODNhODgzYyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAzIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjozLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjcsInByZXYiOiJTbnNTXzFRN2Q4aFFSZFY1S2dyT19DbjgwNnhnOE1yVkd4aDZxQ2Qwb21RIiwiYm9keSI6Ijg5M2E5YzkyN2MyODExYWM3MDk5MmE4M2U0NmYyMmQxODBmOTFmNTVhNDdlYTVlZTQ2NjhkZTk0OTBjODUzYTMiLCJkcmFmdCI6Ijk3MmU3YWZjLTU1NzctNDAwNi04YTZlLTliMTFmMzljMjExMiIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMERyYXMxeWpxMUNBR01XdjNqdzVnRUhWeklEM3hMTGV6Q1pReEgyOEdKdyIsIjY2djJjR2M5MUZWOG54SHoyZHVjUEhGbDNpZHdTZVg0RUF3WUpJY1hQTGciLCI2RmhUU09HdXVkdUZSNS1pODRkb2JoY1R3dkRobzBUTy1IWFdfYmR0VVpjIiwiREVJbWk5WWp2LVN2VWttRVhKRldpRk91Q1RrUDBpOUNFWnU1MlhMVmxydyIsIkRabXlTbTR2STYtVUlhb0dQM0hHMEZ5UkJ5RW1iRmFGS3dSNHQyVVN6amMiLCJEbnBCM3Rad0RpVzhNUEJBaWg3aDVWcktOSUlPX1JmeF8taDFXb041MkhRIiwiRjFJTU01LUU4cV9jX1Etc2FDR2lSYk1jdFVDNUNmcF9ONHRpYzh0N1AwdyIsIkk2UjdYWnNMQl9jc3hjdFcxUU5pbUg0MTB4NGRjcXhwQXNNa0NJX3JhU1EiLCJKYkdtREd2dkxCV3NSLXNUMDE4MmI2QUFnVDhiSS1VTUVKWkt0WWc2N0l3IiwiUFRlWlpBUEFtVllKM2t1YUdMOS1penpmOWp0Vjg2NVBTdUI4YVpTRHdUOCIsIlJ5TTc1YU5iZkNaYlYtZnFXWVZZYlR5c3Y1aVVmVDgtQmF0U0FwQVlYWVUiLCJTdDRVM1hTUmlaYXZXRkdDVFJqT2x2bGNfVi1OOTd6V29DZmVZTTlIQUtrIiwiVUl5bGhNSklVRTkwUmp0TjFMZzV4SDlNZnpNcm41R1ViV1oxTnBCeGFwVSIsIlV5QmloblRkNG5QTWpnZk9kVGJPUm1DRF8yM2RMbWFXUFJyM0xsNjJUOHciLCJaNGJzbFQ0eEsxTDNBZThSVndXOG4tRUZVd09CMVg2d3VxVjlxYVhXeXUwIiwiWmhuRVhXblAydWY3NEVVX0w2eTk2RmVsOTlXVUF3UUUwY2tXWUViT2xUVSIsImM5d0NjRUZTNjBsM3F4N3VVWDFLQXJadHNRSGw1RWJXNjUyYU1XMG9tM0UiLCJjelhDakF3YUxvZTVLcG01dlB2bGY3WThiVGt4TnBWdDd0VlZReWRueTRBIiwiZkViU3JkOHJ2UldJX0EtTndFSUVjUlEtamplS19tb3hZUHA5cHozUWJDSSIsImZUczNPeDdMNng1V1FrRDhpY3pJT2dkc3B2RHlMazZrQkZnb3JSZTdZcDAiLCJob2NkVnBBY0lWZlJSTEc0Z09aU3U4VHBiRUtreV9uWXBvQUhvTTI5NHhrIiwibVZJX0VRckNySDZNZ0dkMEFic3E3MFNkLXNxWXBKemZodU9QOFBYa0szbyIsIm5iVUZ2NWhDenVHeWo0M2hmbmY1VW5uNnFuUXFpZUltalMxYXBaMlA1VkUiLCJxbFpIOU90X1dtM0xiREMwZTloam4tekpBT0tXV3djQW05ek1oSkdKbXZNIiwidEl0VDBENHhOY0R1NTBfMjl1YWotYnI5WUlLRll2ZW1jcGRGeVJnOVhqMCIsInRMSlZKenNOazF0OXc0MUdNSWtmemFIZm1sN2dnYUtUcTFPMVhFT1FMLUUiLCJ3TWZkd2hpa3ZMakN1em5jNUtFbkdyTGswSlo3TTV5cEpHZVdHX0tncGk0IiwiekdfdWljQUNYVUt0V2lFZlhCN3RQWm1EaHFGLVdXYU82Nno1MUMwZGdmYyJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.PAa9U4neDJHIJ4cnt5C3k7TKDop4YLpGEffccptFk7cP9VOTlj57l6JlBHCcP8HH-4HOIft8o5JegrlGRHdSBw', 1795482240000),
	(8, 'be09492d-5a53-48b2-9994-1cc0f83a883c', 4, 'FW-202611-0003', 13, 'acceptance', 'done', 1, 1, 'e5f79746-8c10-4d26-bf64-5dff0a73372e', '45e6084ef0abf870d804715aaee8c8eb1b9785cbcfa82c135d0ff997fe85ec2e', 1, 8, '6tEEZwOyTJyYZpoeb_zuXrDSoGhLzB5s-Fy4z0CKcZg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMjQwLCJzZWFsZWRfYXQiOjE3OTU0ODIyNDAwMDAsInJlY29yZCI6ImJlMDk0OTJkLTVhNTMtNDhiMi05OTk0LTFjYzBmODNhODgzYyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDAzIiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjo0LCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjo4LCJwcmV2IjoiUmNmNXdBSDBmNlVZenJYZXBxMzl1SG5RZ0t3Q3hvdG9MajVfSkwydHF3MCIsImJvZHkiOiI0NWU2MDg0ZWYwYWJmODcwZDgwNDcxNWFhZWU4YzhlYjFiOTc4NWNiY2ZhODJjMTM1ZDBmZjk5N2ZlODVlYzJlIiwiZHJhZnQiOiJlNWY3OTc0Ni04YzEwLTRkMjYtYmY2NC01ZGZmMGE3MzM3MmUiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6MTc5NTQ4MjI0MDAwMCwic2hvd24iOiJSY2Y1d0FIMGY2VVl6clhlcHEzOXVIblFnS3dDeG90b0xqNV9KTDJ0cXcwIiwiX3NkIjpbIjgtTi1uaUxDQkhRc3NrYVhqRWotMWpGOGZtQmc1X3UtRkFaOFZPUnd0aVEiLCJER08taUhvZDltQmRCUlZKRU80MmZUckItWG1SVlFBd1FRV0wwZTROVFJRIiwiSmVxNUVId0VONXJGSDY1QTR1RnpDdHF1bkszZjA3S3ZFVGZWNGZsS2F3NCIsIktPeXpPSlZvQWU5M3VFWWJFZjV0RHRrc1BPM2RWS1ZwcEpKay14RXVlQ00iLCJTZDZnUUlrZlVxdXpUUGZmRE45dlUyMndsQWVhb1FsR085TTZ6V2I2MXY0IiwiVldfZUZ1RnFQMzU0STVqZy1mZGp6ZmM2bk5DLWNHRGVwLUQ1QW9NN3RoayIsImYwMGk0aWxMcjJxM05EelZ2ZEZhdXZHZVVfYjk0eGxKQ19zekxKZ3o4QlUiLCJvdzVyRlZTb3dQcGZ6WTh3TUlRdS1ZQmdfMVpSWmIxQXlDaXV6M3Bkd3VjIiwidTNIQ2RNa0lOZ0FES3lFRmZxbFdMOVRFZG5YUnhkQWZ1cEdJeXJOcTVOZyIsIndJRjNFUE1ORklJTy1tZTVUTUxhNklSbnBvNm81dWdvUzNfbXdCZVprLUUiLCJ3eXlTaXJ4ZlgtekFsSVVoU0NaT3BEY3Nub2dNZnZfR2pIRDNmS2pkSlEwIiwieG1ZTHozWDZRcktMa1VDYkNKcnY2Q24xcUczSG5WcEhZZU5FME9vZmVNdyJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.G2gLNDgkp6aAkvz7cj9zfx8yqJQ0Qo94CUgtwwgl9KkKsCCGx9HX4V4TIpilkeNPVcGWr_uCYTFb46M1nqtClw', 1795482240000),
	(9, '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 1, 'FW-202611-0004', 13, 'work', 'done', 1, 1, 'c66a4aa7-b27d-474e-972b-c5817811d4e6', 'dc793b84c1bf6ab5660b44c3c561e7e8d86ff23febd898cbe08862338bc3e096', 1, 9, 'Ra_qR6xvcP-fEeyp6iPQMX7uTjGuts5l3_o2h-QXefU', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzAwLCJzZWFsZWRfYXQiOjE3OTU0ODIzMDAwMDAsInJlY29yZCI6IjE3ZGZlNDU0LTZlM2EtNDhmMS1iNjkzLTNjM2MwMWMxOWM1YyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA0IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjksInByZXYiOiI2dEVFWndPeVRKeVlacG9lYl96dVhyRFNvR2hMekI1cy1GeTR6MENLY1pnIiwiYm9keSI6ImRjNzkzYjg0YzFiZjZhYjU2NjBiNDRjM2M1NjFlN2U4ZDg2ZmYyM2ZlYmQ4OThjYmUwODg2MjMzOGJjM2UwOTYiLCJkcmFmdCI6ImM2NmE0YWE3LWIyN2QtNDc0ZS05NzJiLWM1ODE3ODExZDRlNiIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMFRWdFJWeEhhdWI5V3hvWEM1NTlxNU5LeUJGUHVqb1pYUUtDZW5LNEVSSSIsIjFVcnRUUXJkTTJWMmtJVThCQkh0a1RLMjJFODVKMDNDeXAzcU42SDcyWlEiLCI0LUZWeVZLVGNyOVNKbzlQYVdNbDBWNnFWMmJ2SDJ2SW9mamhpbkVET0JzIiwiNGNFM2NmSHdkejRDaXlyNWhWQ1g0NEJUNkxTNlYtVlJXdGFLS1NOaU5VZyIsIjVmMllmeWp1R1M5M3FfdHlzbE0wYmNsUXJTMUZJUjRJQnFmWUVoY1FiTGciLCI2Q3l6Si1FWkVRbFZCMU1PME9aczI5T2IxTE5TWDZxZlNRZ2ZJNFVtUmZzIiwiNm41N1JPM180bTNTMzhrNlVRQjlHVVRKbm9uMHdpNGRndmtIQW5sUHIycyIsIjhkblVIZmVqLTBibkRQVVY2WGI0S28tUzl1N3dGTndmMFlLRHJsWGNkZ2ciLCJBTVlrQUI3SFJWWm4td1g0WGRvb1NISjVobFhqMGlvQmExSllHbTItbXkwIiwiQ24wenZSZGVvcVltRE5mUlhYVkFONDRzalZjUTQ0UnlwM0tyVzRKWmd0WSIsIkRrZHFzeGI0WjQwZUxIWUN4c2hTVGFETmZ0WDk4YW5EMmFEUWpQSm1HWnciLCJEbERFMDE0ajlxbkxPODVPMGtyOTBGUGNtckkwTFpNNTQ5VGJQMFBKZGRZIiwiRk5GelM1WS05Y0Y3RXJkemppYWctMkVtcFotcVVPSnpTenBjb1d5cXQ1USIsIkZwS2U4OFNWaUJFd1Nkb3RZRlJtWVozTldyeWM5MmZzdjQ5Smc2amltSVUiLCJHSVVLZk9CcUdCcVVYZzVoeG50ckUzODBOeFlTbE1vcmZFd0tqQXd3c3lRIiwiSG9GSGlhZHkyQTRPRUdJblJ3LWhiSG15R2VvbzhNQ0tNRVU0RWRvSEdfMCIsIklTZUgzVEVfNTNWQmczWDJmdW5rZlcySjZkN2FGVDJTNVJYYTlVOEotUjgiLCJKR0k4LUdvTmFna3JRYjVQWXR0WnFtY2Rmd0RvaFpFM09xY0xFNGZZWk1RIiwiTURnbERWTjExRmw5V253emcyTTM1QmxuNzhGMHcyOGVWY1lDSldmTnd2OCIsIlF1eF84OFh4UWNTRGRpbXBGOFlCQjM2dmIyRTZscU01ZUhUWTdmM1UxLUkiLCJaQ0ZBQ19rcHFHV2ZFRTZSNWxuSEFFLVpKQ1BDVkVocVBxNk1LODJuYTc0IiwiZG9mb1ItZVk4LVlxZlNnM0t3c04xX1EwTE9mTENnUmdWdENZRUlONUwtSSIsImV1ZUxveFd5UEc4WERmWXJfVXVxcUdsWlVWZTRsNlMwa1NZX2xRRWg3aGMiLCJoQkhCTjdLbUlfRjk3SDNYTk9SNHFVNm5YNnBnYnpTVW8xQkVxTkFmQWVNIiwibXBBdEhRUllESEtveDZWbmluNUNrSzIyZV80d0dIR19hVmNhaFNnLVlhTSIsInBQWl9PcHF4QVhpcjZPckQwNlQ0Rk9RT3JkbWFna0kyRU9DS2NLeTZxajQiLCJyQ1d1dW5GS1d0SmcyQ2tlcGk4X1ExZzZsVkhTaVN1LVlBSXJ5dk1XMmVnIiwic2JzY3JiYTVWOVcyOUZuWGpaMk5pYTJkc0tJLVQzRkpqb3hnX2VFaUFZUSJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.dpkVJAmdK3LBzlxk647tJFN4yv00ctMEGWt62X53wxVse2ial_Pa5Kle2KDfd--w8dU3XkB-R29_TfbrXKKVvQ', 1795482300000),
	(10, '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 2, 'FW-202611-0004', 13, 'acceptance', 'done', 1, 1, '1273030d-d0e2-4b89-9965-aa92c9009fcc', 'e8662d7ee3695c21c58d0a8e1e52665e6499e44a29441e54b3356fea979b38b9', 1, 10, '4lpv7tbm9O-w6qniZlA-EQa8BtbR0VlUhLE2BwephmQ', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzAwLCJzZWFsZWRfYXQiOjE3OTU0ODIzMDAwMDAsInJlY29yZCI6IjE3ZGZlNDU0LTZlM2EtNDhmMS1iNjkzLTNjM2MwMWMxOWM1YyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA0IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjoxMCwicHJldiI6IlJhX3FSNnh2Y1AtZkVleXA2aVBRTVg3dVRqR3V0czVsM19vMmgtUVhlZlUiLCJib2R5IjoiZTg2NjJkN2VlMzY5NWMyMWM1OGQwYThlMWU1MjY2NWU2NDk5ZTQ0YTI5NDQxZTU0YjMzNTZmZWE5NzliMzhiOSIsImRyYWZ0IjoiMTI3MzAzMGQtZDBlMi00Yjg5LTk5NjUtYWE5MmM5MDA5ZmNjIiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOjE3OTU0ODIzMDAwMDAsInNob3duIjoiUmFfcVI2eHZjUC1mRWV5cDZpUFFNWDd1VGpHdXRzNWwzX28yaC1RWGVmVSIsIl9zZCI6WyJDU2Y1cGJJZExJb09fZURoR1MzYU5aUUM1dG8yMGFJZ09zMTNfcm5JVXVFIiwiSmNRM0JtZk5sNXY1Z1RyaEctODJMaTVDeFFsdkVEVUFiclNzM01HaGJsRSIsIktsbU9rMWVrNlVLU283a1RCYTBiM2tLZXIyV0FteUtlcVhRdDdVejU3OEEiLCJQVW1DUnlTZGNNWWxjQ1A3SjA2UlkwQnltblNCQWVXTnpMTVZKZHd6WVpNIiwiVzFNeHI4WnBFb1FJNzQxZkpxWU4xOVZndUQ5YmI4dFoxb3pZeDNFMmI1cyIsIl83azhhaGI2enhuekZvRFl2WFgxWG9hR1pKZEVZZUdJRVAyblRtLXMxeDgiLCJjRWxLenQyT0JpQWc4ZHd1WXBmWkxtaEhrZEpfN2l6NUZXWFRqSlNzRmhvIiwia3k0QXVwZkFaSnpMMzgyMVkteGh3V1IyZzdlSDVJd3YwSlM2WnV0X1g5TSIsInJ1TEYxVFZyM0hOeVFyclVpRS1Rc3Ywb1paQ1F4N09kNTFuVndBbzZZbU0iLCJ4S2ozcWllSmw0LXE4UVU0T2JldTFFMjJSTnBwRldTRjBVSzZUbEhKMDdvIiwieHg1RnhLQU81QktZSXR2LUFQWWlrajE5dGRzMGpmdmJ2R05YT2lrd3NBZyIsInpBZzNOU0lRV3ZFNHdjWnhKOFI1Z3lmeWNRb3NrXzlfTG1UX2NRUnl3eWsiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.Ya-Q_tmp6p7YxOrb7ynAe2b6ShKoSi7Gpq1xMk1Ygpz7dW_8RbVRd9-hkQQgHzAjZ_PVRQqR9eFDMbSxTFDe3g', 1795482300000),
	(11, '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 3, 'FW-202611-0004', 13, 'acceptance', 'erased', 1, 7, NULL, '', 1, 11, '2gy01_zW3ByyKYYN3JxFCJvV-FwvArA6zOgjsAiI2Mg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzAwLCJzZWFsZWRfYXQiOjE3OTU0ODIzMDAwMDAsInJlY29yZCI6IjE3ZGZlNDU0LTZlM2EtNDhmMS1iNjkzLTNjM2MwMWMxOWM1YyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA0IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjozLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJlcmFzZWQiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjbGllbnQ6MSIsImNoYWluX3NlcSI6MTEsInByZXYiOiI0bHB2N3RibTlPLXc2cW5pWmxBLUVRYThCdGJSMFZsVWhMRTJCd2VwaG1RIiwiYm9keSI6IiIsImRyYWZ0IjpudWxsLCJhY2NvdW50Ijo3LCJlcmFzZWQiOlt7InNlcSI6MSwibmFtZXMiOlsiYW5zd2Vycy5jb250YWN0IiwiYW5zd2Vycy53b3JrX3Bob3RvcyJdLCJkaWdlc3RzIjpbIkdJVUtmT0JxR0JxVVhnNWh4bnRyRTM4ME54WVNsTW9yZkV3S2pBd3dzeVEiLCJRdXhfODhYeFFjU0RkaW1wRjhZQkIzNnZiMkU2bHFNNWVIVFk3ZjNVMS1JIl19XSwiX3NkIjpbIjZaWVVaVWgtVE5sOEh2WmNjVFQybE1WdWRndnhETWV0ejU1M3dpOFRCU2ciLCJMY2dPUGFycEpZZXRtSHVpdXBMbEw1UDRmUnJHYmJJSDJOYkduXzN5SGdzIiwiUTBQazZpbkNBcnF0aHRuR3hFeTlfaGYxcHJJUTFUYlhSc1RXMzVuWmQxZyIsImhwemhMOUNSSzRkVllYOGN3TjJIN3dTQ0lYZTNhN2VSQm5SRlA1V2gtLVkiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.WBYoBp-KfdeyREQi2iK5svkAllpV0P3MW3QdlgGw-SiBkfK4TABosh3c0qTSjDTqZMXtyF0Kk6qpDpfxjrV5Vg', 1795482300000),
	(12, '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 4, 'FW-202611-0004', 13, 'acceptance', 'erased', 1, 7, NULL, '', 1, 12, 'X6pbnt4RPOxdaMdvVxYXNtenLLoOMHy6SQpvKv1pqLY', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzAwLCJzZWFsZWRfYXQiOjE3OTU0ODIzMDAwMDAsInJlY29yZCI6IjE3ZGZlNDU0LTZlM2EtNDhmMS1iNjkzLTNjM2MwMWMxOWM1YyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA0IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjo0LCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJlcmFzZWQiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjbGllbnQ6MSIsImNoYWluX3NlcSI6MTIsInByZXYiOiIyZ3kwMV96VzNCeXlLWVlOM0p4RkNKdlYtRnd2QXJBNnpPZ2pzQWlJMk1nIiwiYm9keSI6IiIsImRyYWZ0IjpudWxsLCJhY2NvdW50Ijo3LCJlcmFzZWQiOlt7InNlcSI6MiwibmFtZXMiOlsiYW5zd2Vycy5jb21tZW50cyJdLCJkaWdlc3RzIjpbInJ1TEYxVFZyM0hOeVFyclVpRS1Rc3Ywb1paQ1F4N09kNTFuVndBbzZZbU0iXX1dLCJfc2QiOlsiQjZFRy04b0JxWmEwNl9JNHU5eGtNZ2pUQk92WUF6bHE0Z0xEOTlTaU9LMCIsIkR5MmJIQzRVT3Itck43QTlIYlhpYVhMbEV6bjZmMzlOUHlGRU9BYk1Gcm8iLCJlNlNNNTQxTlUzZEFmMTFrT2hHRGp0Vy1PMFNaNFYweU8xMEVveVRtTFNZIiwiaHZqR3Z1a3VXcmRWeTlmQWNzNnN4R05xRGxvSGtFU0NPR1IxVGFjLWdDdyJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.qYhenMwynpoOpdAQJ4c534_Llyt9v6vx5oXfhJfjZttobharomVMjgm1Eur3P9-ZB6GnovUOsLWXPelvuCRwYQ', 1795482300000),
	(13, '4ad84230-51e8-4174-b5e4-41daa930a5f8', 1, 'FW-202611-0005', 13, 'work', 'done', 1, 1, '34b87df1-2b8e-4025-9a1f-7efae00c0dc3', '19d099a6a23890a680b67fb34b53d9642188954e746f43d028f9fb3eadc3eef9', 1, 13, '9BHyx_C7-itBDsP1rAZY2bjicUiZ9lRuEktxNFxXHk8', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzYwLCJzZWFsZWRfYXQiOjE3OTU0ODIzNjAwMDAsInJlY29yZCI6IjRhZDg0MjMwLTUxZTgtNDE3NC1iNWU0LTQxZGFhOTMwYTVmOCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA1IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjEzLCJwcmV2IjoiWDZwYm50NFJQT3hkYU1kdlZ4WVhOdGVuTExvT01IeTZTUXB2S3YxcHFMWSIsImJvZHkiOiIxOWQwOTlhNmEyMzg5MGE2ODBiNjdmYjM0YjUzZDk2NDIxODg5NTRlNzQ2ZjQzZDAyOGY5ZmIzZWFkYzNlZWY5IiwiZHJhZnQiOiIzNGI4N2RmMS0yYjhlLTQwMjUtOWExZi03ZWZhZTAwYzBkYzMiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIi05Z1RYcUYtbmVrbW1sLVF4Zm5icllQU2J1aHpYYnJHN0pOWVgtTTFZVjgiLCItcW04YkNkZXNDZ2l0ZFcxaVFPeHJUSUVGb1VtWlpPbG5TZVlFVXhteWFnIiwiMDJGOHJfUlRxQ1poZFlxeGN4ZHdkeGFiVEtWOUw3NDZtUFJWV3RMMGx4ZyIsIjBsOHZzRjFjTlZ6cmNyV0JuVENqbXd3ZkxZQ1hneE5CU1FvTDlCa3hRdkUiLCIyZ1E1cVJEeTRTYkZqNnBfcUF3OUVOOW9VeDY1ejdLU1pxMDBKMGtXbjFFIiwiNmI5MG5uNm1GandxZWxldmowY3FPenpGalZBd0ZRYkZUTXdUYllKTF9BRSIsIkZxTE1mTzZQSWNSYWZJa0MxMU54RExTazlIWWk2ZmZNU3ZLcldZM3VnVGsiLCJHaGNMX2tBVUtuN3NUdXBjNnpUVGwxUVpuRVU3SFA4dG9scnlfSDNBYjVnIiwiUEZoNHl4U2JMVzJmSE5HcF9SZHotX2tBbHN3Um5Lci12UHN5YzBHT0t3QSIsIlJweVZudnJrTnhBOGcteDNUY1JEd2I0T2dyVjltdExLbjA3SFFIdGhKdWciLCJTV1U4YkpDTV9jeXRRN01pRFBBS2hzZlQ1WnVQTjlRZlhmQjJFUmZVY3I4IiwiVktoRkdDeXlUTGVabGJaTUF6ekJZdXB1NXlZak1pRmxxVlJWNmFnU2YtOCIsIlcxb1ktak9YX3FRSDd4V1JaYlJKLTZyMDBhbVRtYjROeDVfZndxTXZfRVkiLCJYOUlsbnpyY1BnWllJNF9rZEpIVzliTDZudm5vRkNXanM2d0M0djh0LXlvIiwiY1pJX1ZvRzltYlZZMEpKbXRvWWFqd3haUDVqcWJsNjFTem9tdFFJQVFYSSIsImRiOGZhaEFqSm5raVhMbWt1eWhIWG9QQkwtSmtmRTF5OW44VVBqQzFnb1kiLCJkaENmdjRFOW9GX3UyYmpaNVJXS3RvS19XYmE4VXVUR0pZMnNEdVAybjhzIiwiZTN5U090UVdvdFBkaFJoeE5sdlR5QVVrZjAzZzQ2YnhSWVhlQzJHVVhqTSIsImhpNDd2QVhUVW9tVTNfYnF5MFZMRHJGLU1SbFF1ZFVQa1lsemRUZDZuSjgiLCJpM3JYMnBVZWxsc0M2NjVGcHN6QmhKWWV3a05zUGV5emRNTnUwVXFUUGZVIiwibTJBUWtSSkM5RHZ6c2c0cEZmZ3FhVUxQLVI4UjBNRVhkbGNHaDNLcEJycyIsIm5UbUIzWDZPcFJZZHNxdjMxcXRrSi1MLWJpUmhrY09xUDNVZ0NqNHBLSGMiLCJwWU9BVjNqaUd2LXJoYnl2a0ZHd2dOYXIyUVc3U0hJYnQxVDVLZzFNZ000IiwicVZkX1F4cFRhTDZwQUFWLTBaaFhJWGhXZXd3dUU1enNfcG1wSVk3VXN6WSIsInRPWHNNSlNMX0xNTkhMN0x6bFBYOGdfYkV1d1UwTzBoY1ZWNnRLTTRTam8iLCJ1U2tKNnpxTmxWRmg2SEdENHNCOTg4MUN0bEExNlBNYklUbHNhSEJ0a3lzIiwidldsZVd0S3Y5eVVRWkVmOG5UZ2hnQWwwbXRSV0k2NXpuc3lIS3JTZ2IzUSIsInlEbVZZSDY3Q0JEY2hHdTRMNV9VSUJ1MXZXTzZEVUpYTFVvekJIdXl4Zk0iXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.ZWcbwx5soUABOJFreoZN9psrLbyq1613UOP3IGHDxxsRvIVxRPds0N3qagpx1hKmrYWwbJl8KFnNIkTFGXR_7Q', 1795482360000),
	(14, '4ad84230-51e8-4174-b5e4-41daa930a5f8', 2, 'FW-202611-0005', 13, 'acceptance', 'cancelled', 1, 1, NULL, '', 1, 14, 'takwCO5VOcB0-c6loUDbQQQygc4JU3hPF_M_R9TDHZ4', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyMzYwLCJzZWFsZWRfYXQiOjE3OTU0ODIzNjAwMDAsInJlY29yZCI6IjRhZDg0MjMwLTUxZTgtNDE3NC1iNWU0LTQxZGFhOTMwYTVmOCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA1IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJjYW5jZWxsZWQiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjbGllbnQ6MSIsImNoYWluX3NlcSI6MTQsInByZXYiOiI5Qkh5eF9DNy1pdEJEc1AxckFaWTJiamljVWlaOWxSdUVrdHhORnhYSGs4IiwiYm9keSI6IiIsImRyYWZ0IjpudWxsLCJhY2NvdW50IjoxLCJfc2QiOlsiRFFfREduRURjcUxvSzJOUDFuRm5oU21Kb0JZVU1LT1hmTU8zekw5WWNpWSIsIlA2NkE5TGxsaG0tdk9PbVhTakNBTGd2N1ZtY2x4cXNjc2ctNWJjbVVFeE0iLCJmS2FFZWJPaHUyRjBlMHoyQmlwNDhMVVBpNklmUV90WG5QcC1SMnBLbUZNIiwicXcyMWtLalJpS3Y4Q1QyM1I2MThKaUF0R2xhRzJKZ3g1OEdSdFVDbjdkYyJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.XIostzEa6tzGLmRcHIN5k3UOHBNW4MNi0PGP2Ue1TqpwpXWPeb7ICLimcRnTTxEsneXZXfcx8wVX5pfk1Bdg1A', 1795482360000),
	(15, '866dc011-de87-49c6-95c9-5132d4094691', 1, 'FW-202611-0006', 13, 'work', 'done', 1, 1, '9c586479-9a5b-458f-aa95-a8e0fb9ec34f', 'd4c6c1439d88e293c013288c5ef4ab479807b58c616ba56211de6c40c6036fcf', 1, 15, 'sdELvSR34iQ16mPlhzFL79vSOf7vx07i6zVj4CezM20', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNDIwLCJzZWFsZWRfYXQiOjE3OTU0ODI0MjAwMDAsInJlY29yZCI6Ijg2NmRjMDExLWRlODctNDljNi05NWM5LTUxMzJkNDA5NDY5MSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA2IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjE1LCJwcmV2IjoidGFrd0NPNVZPY0IwLWM2bG9VRGJRUVF5Z2M0SlUzaFBGX01fUjlUREhaNCIsImJvZHkiOiJkNGM2YzE0MzlkODhlMjkzYzAxMzI4OGM1ZWY0YWI0Nzk4MDdiNThjNjE2YmE1NjIxMWRlNmM0MGM2MDM2ZmNmIiwiZHJhZnQiOiI5YzU4NjQ3OS05YTViLTQ1OGYtYWE5NS1hOGUwZmI5ZWMzNGYiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIjJzck05Z2VwS1VGMGc2M0lLaG91Rmd1M2xJWGl2NWs1Zl8xY2tfNWd3dlUiLCI2alBrREpfN2xDdXhUNnYxcW91NTJIQU5ORUNuYlc4ME5iWXd1emZQeGNZIiwiNndYdmZxdzhsN2Jpbmh2aXRTbDYwRUxNbEh6UmhONTZNWVZSUVg4azJoNCIsIjdxQkphYm5tZkw1VlNGVl9KNTQ2QmRmQXlMZ0pWNG1TRENZTTVuVFI0REEiLCJETnRrYXlfV2lLWlR2ZnNLdmUwT2JqRXdILU5jOTZ1SFpRVFpSSmxWdjZnIiwiRGgtbmxyWHZvRjY3RWZhbGd3OUR5MEx1RVd3cGVrU2prZ1owZTdJaEYtYyIsIkpYWS1kYk5idHdpM3FWcllyRkRSdW1veGVTbHkwdW1UUmJFdEwwbkVNSmsiLCJNSGFCSG1RdDYySkE2NGV2LWUwQUw5Y05NT2NsYTFtWWNraW9BOElpcDlrIiwiUHJPOWhIWklPd2lGUWJsNklaLXhIRGZXcC0yV0F0T3ZyWHdnNFpVUnBJcyIsIlJZSy00dUpJZV9MR0FRMGhUQmhYSHRiZ2ZieURqWkRfU3VubVcteVUwSTgiLCJTRWFiR1p4Z2hiRDdhdWN6dC0zRzdfRDU3Wlc1bVU2eTZCc180VDh6ME9NIiwiVEJQSzV1emlnamU4cVZaMnNrNW1qV1VrWmxyRG1KTVQ5MEhlUDJsVWMwWSIsIlVqekVpRF90N2cxT1VrTFhIZ1paNmYzeXA2RWhJa2pHcU42ZThDWGg1eFkiLCJkOGhscGo0amFxVG9xTzF6R1A1T0xHQ2p2ZGoycGRyb0Y0STVta3dBZjZzIiwiaFBiRGJtNmFXckhueUdFU0FhTWJtemdZbjd5SVZZNTFYNWRqalJmLUprdyIsImhWYkpvcEtaQUpmcmZWR0hSUVVRN2FpZjVEUy1JcGF2bmVmbFljeXlDOTgiLCJpYlV3aTAxdERZdkZsTkM5V1NCbFRtZnNka3JjSjZJNFhPYzVmRHJDeThvIiwianFXcWhER2dwSjJHZmZ4TEZ6eGJxTVBkRlc4ajQwUk5iQzZBZHhwUTJTcyIsImxlNDRqdjhFVzd1dXk4MFA0MktldVpoeGVTRV9qQzRmdFRYWXNCYlpoV2MiLCJuZi00d0RJTTVaZUJxdndtZjQtMWIwb0ZyZTNFZVhDLTRHY05IS1dGLTRzIiwibmhlbGpoNzhDOXdyVk0zX3NfblB2WlhWb2RtTTlySVd3VTVfVWRaemo2ZyIsIm9QdUJHN0dvc2p2S1d1ck5lclZTOHh0LXFHUHY4UF9wOWFpb3lXUzFkNnMiLCJwSkhLTm9DQ0RrR250Z0lLTFJXV3NuS2pGbDFsMFc3QzhMbUxFamgyckU4IiwicEpyelFYeGVjT05Sa0xsc2N3TW1ZNTljSHRhQU93QWRwanVMTmtUeFpzVSIsInRSYWdHbTgwdWhKVGZJVmhpRldKT1ZnRlV4d01mS2ZYUUV2UnBZTWVYWjQiLCJ1aGhlY1lIUWZlT3BBR0RONmt6U0NoVVZmRF85MnBwSEo0dWc5d1pIUVNvIiwid0JFdzc0OVUtaV9jZEt5clp3MzU5cEZFR3VOejRpb0daWWNDTXRIS1RsVSIsInd1eFFfbWtSQjlySXJYMlB3LUFqSGhxbTRiV29HNlpWWmpBemdCSGR0SHciXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.uTD73RrO5BdVRlgxXkiVfeVHHIwVuzwkl4VpivuTP3EjpgPyTraQEKdfhKbMgvBkPTdIGqyWmPUm2ZtXfpzUYw', 1795482420000),
	(16, '866dc011-de87-49c6-95c9-5132d4094691', 2, 'FW-202611-0006', 13, 'acceptance', 'absent', 1, 1, 'e602b18c-f59a-45c9-8a79-942277dc0ff9', 'c0f1b9838a29ebc050a8ddac2fe173a4b9c72843cd0e0a11f401f860f73e734f', 1, 16, 'U3S6QkxXokIkoVmGzWtiBd4VJaQzOpfZ2jWHCfNEcUs', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNDIwLCJzZWFsZWRfYXQiOjE3OTU0ODI0MjAwMDAsInJlY29yZCI6Ijg2NmRjMDExLWRlODctNDljNi05NWM5LTUxMzJkNDA5NDY5MSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA2IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJhYnNlbnQiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjbGllbnQ6MSIsImNoYWluX3NlcSI6MTYsInByZXYiOiJzZEVMdlNSMzRpUTE2bVBsaHpGTDc5dlNPZjd2eDA3aTZ6Vmo0Q2V6TTIwIiwiYm9keSI6ImMwZjFiOTgzOGEyOWViYzA1MGE4ZGRhYzJmZTE3M2E0YjljNzI4NDNjZDBlMGExMWY0MDFmODYwZjczZTczNGYiLCJkcmFmdCI6ImU2MDJiMThjLWY1OWEtNDVjOS04YTc5LTk0MjI3N2RjMGZmOSIsImFjY291bnQiOjEsInBob25lX2F0IjoxNzk1NDgyNDIwMDAwLCJzaG93biI6InNkRUx2U1IzNGlRMTZtUGxoekZMNzl2U09mN3Z4MDdpNnpWajRDZXpNMjAiLCJfc2QiOlsiMk9mLWlnOENKUDN6UUlOOEI5ZjZYVk93M0x4cXV6TUlVODVZRWozNU5mYyIsIkF0RnFibnlfWUprbXY2RE5GYkZTc2xuMlJPTDRfUlNscThCbDdTal9BekkiLCJEc0xDYUwyNTZZQTJ6OTBBb1RQdUswaDdSV3J2TmQtQ1pKbk9paExDWUdzIiwiSUxYRDJFZlA0NWRJN3Y5TlQwWnZnMWtGOUpseUZYa0tiSTFXbXVkLWFoTSIsIkloNk5yWVl1YVhsRUEwVkV2RC1ZWHg1Z3F2Z2N5WWVkUmV3MDBIbFhnSUkiLCJNcEZuckg0VWtIb3p5bFIwc19QeDZPdlVxa1FhU2JkbFk0aXlyQkp0bDBjIiwiVEhtcGQ5WFdkQTZUNzhBaWRWcDhDYWtBTWxPcWFUUHgwMUhxMzE4dzd6byIsIlR5alhnclB2Mi1BWVdJbzZGaEE5c2FVekZuc1B3dGFQRHhYcF9vZTIxOEkiLCJWUGl1V29WSjhLRm4tZlM3RlFyUDhhNmZqdjliZjVMM0lTNDBCVFhYTERjIiwiV3RwVTR1QmF1U05xVTRRX19qRWY4R1ZTYU5MeVJJbjFRaXc0V2MxbUdwWSIsIlpUX0hYcU1KWXd4RFYxcURDcGVndnlvdUZYVUJpY2t5cm54TWNBOVZvaGMiLCJqUFZRLUE4REo3enJPVEdudUF2dEYyU1Jyem9mY01pUU9EQmk1cUlxNXowIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.uyDRlPss2296hbTjSUK_Og0byyCbroDchIwoe_T8ITv-_72JknJIhmchF4moVrHedu9jAKKGNVi3mWyCfc0XhQ', 1795482420000),
	(17, '8fbedd1a-3300-4872-b589-80140c7e1210', 1, 'FW-202611-0007', 13, 'work', 'done', 1, 1, '1613cdcb-0e30-4233-9004-7afb4d16c6f9', '332901ce567c6987c609e559453804a671baa4b94cf3b3ad89ba9a9577efb739', 1, 17, 'ZJiHDhO5-_cUMYLl6mbRJcR5cRFDfWKX-s0LjZijZIU', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNDgwLCJzZWFsZWRfYXQiOjE3OTU0ODI0ODAwMDAsInJlY29yZCI6IjhmYmVkZDFhLTMzMDAtNDg3Mi1iNTg5LTgwMTQwYzdlMTIxMCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA3IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjE3LCJwcmV2IjoiVTNTNlFreFhva0lrb1ZtR3pXdGlCZDRWSmFRek9wZloyaldIQ2ZORWNVcyIsImJvZHkiOiIzMzI5MDFjZTU2N2M2OTg3YzYwOWU1NTk0NTM4MDRhNjcxYmFhNGI5NGNmM2IzYWQ4OWJhOWE5NTc3ZWZiNzM5IiwiZHJhZnQiOiIxNjEzY2RjYi0wZTMwLTQyMzMtOTAwNC03YWZiNGQxNmM2ZjkiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIi0tTGNfekJnaW9wUFE4NDFvaEFOR3hpeDRSbm9MM2xYYnY5S1FpaVBEVEEiLCIwV1diaTk3ME1ZR2V5eEl2dFI1bmNjc1BSbHlQdWhPb281WlpZWDJ1ZHpBIiwiM3dTM3U2T2h5dWJMSzM0Rl9MalY0empJLXRQOEQ3V21NYVE3U0FPTjhYVSIsIjRFMGFiZlNMX0dEWkRaSFlxaF85dlo3eUs0RzZkTFdyTGEyb0NmTW83U00iLCI1S1IwZG9TQ1BWSzNoUnhOUmx3ckl6TDl6cmhqSE15NzVoZkM1VF9sUm1NIiwiOFlGU0ZIQnJiV0hvZ1E1S2w1VDVHYm05TC01UTYtbDM5eFUzZ2h5NnhXcyIsIkV3X205TmVRMXpVR2dscUNwTnBvbUFFaUNvaDU5YlNoMnZYeC1oa1BiN28iLCJGSGJFYXY0MVdBbkI2aE0wTkRoNUExcERyTVdDRHJ4XzZhYTB0bVVPaktJIiwiRktxaUY3Zkc2N01kRTZyVVRwOXN1YjViRm50Yktfb0ZuUGVYMUk5TzNmUSIsIkZ2bFhxbzgyRWNpcDJrVUI2dU9oa2t1M2d1cTlpUzRPWWpUOWZpV21HZTAiLCJKLV9CYkk2M3QwWG9SYlYyMFpRaHpYeFExWU5Hd2FQWjBrNFZmWjlLeXkwIiwiS0VndXUzLXAyYUVlS2ZGN3JpR3lXREc2aGlBYkw0QmVraXJvZmJZcEc2TSIsIktsU3Q2WUhsQmRUaURiM0dZRDBIazF5dTZhYlZJN25MX3Z5ZmNHSzB1VWciLCJNMV9DeDJWdVl1YmwxWXJsUElwbVZOUXM1XzZWSGZyRV9oQXVnSXRVTGFNIiwiUEM1SmFJSTJCZG9GSnZvTkIwbFcwVHY0UjdpSzExcG82cUFQLVdJa20zSSIsIlROcVQxakFiTWE0WkxqQXV6TzFqQzhMdU4zU0F1d3UyYXVJUWc1ZWc5eWMiLCJYb2RQMHJXNjFrM09RdVd4TF83dXNrUE9vU3oxa3hGaU9ndUZEclNoUURnIiwiXzVtZlRLZWhDSlFuc2hELTl6VHdZbFEyaHFCQVUyaWVtaF9vRWlFSU5UUSIsImF1cFQ1SFVGTWlmN3NnU3FkSnJ2MjRBYk52WGdFY2p1dS0tY29KRkRkbVkiLCJjeDNKejlsZURaOV85bXYzOTlyZVhTSnJVQXdyekdmMzZwMTdkR3BtYWFNIiwiZjVFN0c3MW5UR24tVjNjZkQyVk1CZGxtRkk3dzJfTFpqX3NpckdJeGhGYyIsImdkN0syTjZ2ajBYODQ2YWVlOEdrRS03S2JWTGtSZktjWTd6eWZ5VnZ3VTQiLCJqMWNZQkZfRGpfdlJ1c2lKb1k0Ym8zUmFfNVB4eS1CTmpPdkFtSzVBUHo0IiwiakZXa3V5TkQtZ0FxZWdVSUtjVEZpeGUtRWRpUWVOd3V6WHdpeDlNMGZPNCIsIm5aZzdUOGJIZHRwdUFRNFBxamVKemRaQTZOOUhLM0NXdW90ZWJfMTI2S3MiLCJya05heU02eTRYLTgyM01DaUI0aUVoZHkyUzZheFp6MzZjQVpHU0U0N0dzIiwidUFHVTQ4Y09DNzFvY2pZY3lrMmxyYUoyOU1JOUdfOTM2MUthclZnLTlnVSIsInhrUEVWLWxRR3o3eWx3d1ZDa1VzUFc0R253SlRSWDI1OWFBMWpleE9kejAiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.81H-2esykgLZ-zPnOXBX8GWvFnQYc4aK4GYh7yzP74SP27sbr4BIqWNX3LlfqNO_pQJkJDCJaS-T4DcKGwqCFA', 1795482480000),
	(18, '8fbedd1a-3300-4872-b589-80140c7e1210', 2, 'FW-202611-0007', 13, 'acceptance', 'done', 1, 1, '5e9a9534-77d0-4a52-acca-2e21c3c660cd', '47a3b2c337a8a3d2955067b73064902fbf643ed671630c0478acbe0119faeb9b', 1, 18, 'gSD2RkJUALmHHznw77fyuBUfUhs_7L3gDs0614QRwR0', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNDgwLCJzZWFsZWRfYXQiOjE3OTU0ODI0ODAwMDAsInJlY29yZCI6IjhmYmVkZDFhLTMzMDAtNDg3Mi1iNTg5LTgwMTQwYzdlMTIxMCIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA3IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjoxOCwicHJldiI6IlpKaUhEaE81LV9jVU1ZTGw2bWJSSmNSNWNSRkRmV0tYLXMwTGpaaWpaSVUiLCJib2R5IjoiNDdhM2IyYzMzN2E4YTNkMjk1NTA2N2I3MzA2NDkwMmZiZjY0M2VkNjcxNjMwYzA0NzhhY2JlMDExOWZhZWI5YiIsImRyYWZ0IjoiNWU5YTk1MzQtNzdkMC00YTUyLWFjY2EtMmUyMWMzYzY2MGNkIiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOjE3OTU0ODI0ODAwMDAsInNob3duIjoiWkppSERoTzUtX2NVTVlMbDZtYlJKY1I1Y1JGRGZXS1gtczBMalppalpJVSIsIl9zZCI6WyItN0pvU1F0MjcyODMtckh2bFkwcjlRcVE1VDdiaGtlQmxnd3VYQjFFM3pJIiwiMmk1bl9RQU9ENlh4YWFZWFFyenRtUmlpbDNLbGYzNEJGQVU3anM4Z3ZVMCIsIjNQbERHQ08tRHdLZ25FcHoyTVhJTUNMN3pEM1hMNTVOSWNGM1Ezc0FYb00iLCI4NDZaMERCNWtwSVJjc29rSWRwWmZ3VkkwUUd1N2ctSXdCT2JXMEs1YlgwIiwiOF9pa0JXczVMTHo1dHpqMnlhOHBQNkxPX3NOOWhrcWRFb2tqc3JTUU96byIsIkF4VHhNSWJXNUdXTEROTThVNjJDaldKV2dSbV92QmRFOGE5ZWR2WDdNMnMiLCJJQTA1ZnI0cHZSZGtKQjVnUVozcFNMdXRKMEZjTHpySmJRRjhEbXdycTNnIiwiVDRRQ1ZEeVRBdVlwRFRtSVBMbmxlRWlkWkdELXAyRVA1bDA3SXlsaldGSSIsIlQ1QlNHRGk3Y3k0TThMQ1N0YkRsUmUzeG5qc3VfUER4bzIzVUNJcHUwNWsiLCJUSTh3T0dNYmJjUHpWeXRzU1YyY3JORVJhQk1QamRrbXRvczFLUnZsa2Q0IiwiVWV6QXZQY09Ha2dCQ0kwa2lOYlV1ZEVpOHVNRDBvT2RvYmtiMFFqcmwzUSIsInBqZFVkS3VzeXFrQk1tMXNnWHZJVlUyVDBFQmxnazctbG43M3NqbnNodHMiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.Zh7gATpD_vpCA6_3cEvY4WlcgZUQrNvSOgkGWa9Mp0DDN96TJlDCeLjx5Q3ny7B2C7-wZ7Ec6AFbEE0lH99VQA', 1795482480000),
	(19, 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', 1, 'GZ-202611-0001', 6, 'report', 'done', 2, NULL, 'd0a50cec-5865-420e-a954-ea459df566ad', 'ea69ea09718c1763645fedb35caba3e2e1a315714312841ebf4c282472c0b4cb', 2, 1, 'INngmZJpJYpmKbIJCLqu4qTYo4xk8Tc0dPiZ8JqmvbM', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNTQwLCJzZWFsZWRfYXQiOjE3OTU0ODI1NDAwMDAsInJlY29yZCI6ImQwMjJmYjE0LTFkNmItNGJkOC1iNjcyLTNmNWRmNzdmNjVkNSIsIm51bWJlciI6IkdaLTIwMjYxMS0wMDAxIiwiZm9ybSI6ImZhdWx0LXJlcG9ydCIsImRlZmluaXRpb24iOiI3NzFmYWNiMDg4MGI3ZDM3MzNjMDEzYjZiZDM2YmZiNjQ4YzdmMjk2YzVmODVkZTQxMTBhNzdhNDE4MGMxMjg4Iiwic2VxIjoxLCJzdGVwIjoicmVwb3J0Iiwib3V0Y29tZSI6ImRvbmUiLCJ3YXkiOiJwdWJsaWMiLCJjaGFpbiI6ImNsaWVudDoyIiwiY2hhaW5fc2VxIjoxLCJwcmV2IjoiIiwiYm9keSI6ImVhNjllYTA5NzE4YzE3NjM2NDVmZWRiMzVjYWJhM2UyZTFhMzE1NzE0MzEyODQxZWJmNGMyODI0NzJjMGI0Y2IiLCJkcmFmdCI6ImQwYTUwY2VjLTU4NjUtNDIwZS1hOTU0LWVhNDU5ZGY1NjZhZCIsImFjY291bnQiOm51bGwsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMjZrVGlOSDlpMHIwZE9HMmpMWXE5ZTd2MjRDbHp1RVlfV3VHNHB5ajFwayIsIjY2QUlWb1RZaTM5N1Y5WVZPd1dsLXloM1BzeDBaVkFlM3F3MUt0b0w4LVkiLCJHRlgzczE2aGhCRV8tT2xOOHJiaURlZWZDWE9NWVkwQnNGcmk4d3VuaVRnIiwiTjdPUTl1RWNiZWRuWUlUOElLNFY2SGtTMkZWU0ViUzJDUVdodGRzaGh2ayIsIk5SZlpFLS1XNVpNLWFyVEloRHhoY1VXSFh2Qjh3UGdreUNWRFpYWjFPWXciLCJScGVNY0hYZV9wQTctU2ptMDNnZkFzMUxNbXZ2b1RqRUU4MnJheHFNOXhZIiwiYlR3My1WRHZKRVdaMndJTHVrYUNDbFRNd1pReXJKWEhSU01saHE1NThpcyIsImRGX29maGNXZGNIMEhtMkp5T1VuZjNGd0I2MFRtMHd6QTZTMjdwVXRCQ0UiLCJkUHRITUJyN3d0NkVpZUlfN0xzcWlkWG1xU0hjOHJRZDZ6M2x3d1NrSnk4Iiwic09GVDVCZFhWbTRTZ3JPc2FoWU1ZVDRGTFNzZ3NVV1FuTjNXN0c5U0ZSUSIsInQ5QUtkSXIydXZQOVQ4ZDlJX21BMGVwMjVoeXRJOUNfYVZ6X21ETjdkOTAiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.J6oE8dYZQeCuOqem1-8KSwduFWOyUcpZVlwJ9zeP0tPs2gsCaM9BRHQ7kHJe9W-lo3vJp2Pt2ah5IXSyu2ISCg', 1795482540000),
	(20, 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', 2, 'GZ-202611-0001', 6, 'report', 'merged', 2, NULL, '4655a4b6-b26b-4b97-add9-571ae7c77c20', 'b6d45e34cb473f1afbb3fa3344a47e1c2af89c3aa2c73f2e0b6e1bb1af24d580', 2, 2, '-7pztvNWzF9Ztf5Xv-EC3gk6IrR5L6BiX0LM1qvrNkg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNTQwLCJzZWFsZWRfYXQiOjE3OTU0ODI1NDAwMDAsInJlY29yZCI6ImQwMjJmYjE0LTFkNmItNGJkOC1iNjcyLTNmNWRmNzdmNjVkNSIsIm51bWJlciI6IkdaLTIwMjYxMS0wMDAxIiwiZm9ybSI6ImZhdWx0LXJlcG9ydCIsImRlZmluaXRpb24iOiI3NzFmYWNiMDg4MGI3ZDM3MzNjMDEzYjZiZDM2YmZiNjQ4YzdmMjk2YzVmODVkZTQxMTBhNzdhNDE4MGMxMjg4Iiwic2VxIjoyLCJzdGVwIjoicmVwb3J0Iiwib3V0Y29tZSI6Im1lcmdlZCIsIndheSI6InB1YmxpYyIsImNoYWluIjoiY2xpZW50OjIiLCJjaGFpbl9zZXEiOjIsInByZXYiOiJJTm5nbVpKcEpZcG1LYklKQ0xxdTRxVFlvNHhrOFRjMGRQaVo4SnFtdmJNIiwiYm9keSI6ImI2ZDQ1ZTM0Y2I0NzNmMWFmYmIzZmEzMzQ0YTQ3ZTFjMmFmODljM2FhMmM3M2YyZTBiNmUxYmIxYWYyNGQ1ODAiLCJkcmFmdCI6IjQ2NTVhNGI2LWIyNmItNGI5Ny1hZGQ5LTU3MWFlN2M3N2MyMCIsImFjY291bnQiOm51bGwsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMnl1UUtyem1pR2s3ZURzZzJfSHA5MHdNcmxnb2FDSE1jbWRCTFRMV0g3MCIsIjVnUlAzR2JmVWJrM2N5eWlQNXpucTBEcHNrLTBZNlVSVFhJOVhWWEZaQjgiLCI2OXE1UkFOUHlxSFJxVjVPbEVZWXhCMC1jRGVuQjBmQURoNGozMVhHV2JFIiwiQXNJR2lXQ3hWWFRvZEgzcm42VmlRSnQwMm9kRVFBTHN6ckl2Y1g2cmRXTSIsIkxaSjRrSUFCTVVxNjJwcE55MGNUZlBob0M4UHpJQk9ISWFpWDIwX2tVcm8iLCJYVWU5TTNxMG9VcGwwSFA1X3Z0cnJCWkNKX0h2eFpncFNfT3dSdHhtRU1nIiwiWlFXNHJ2Rnd6UGtuQzJuZGs2djZ6dnVNa2RuczJCQXJwVy0ta28wendVcyIsIlp3S2RLeUpOV2dQcHNCemlXSHhfVEZ0cjNqcFdUdnMzSThocmhmQU5obzAiLCJlY1pfcktudFp2R0l6ZHJTeG1mYXRwZm5CdXU4akg2QU9VLUlrMkpoUlFBIiwialJMRHR0cmJSdTRaTGtqZHplZG5UTUZXUWdUNmxnTmdyTTQ2NFcwb2dBdyIsIm41eGlFQzVVUXRrOGZyMlh0X0xYSEVtWUU2Z3FNWVF0cEtHQUpSWW1fZWciXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.uNNX4PifETPcDg0Pdo5XtEYoxJK5Ois-VXbZuF3jF1Qsi6zlJVsc8WunH30KU3rVj-P4nmJI_9jPFW21pLBuDA', 1795482540000),
	(25, 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 3, 'LY-202611-0001', 12, 'taking', 'done', NULL, 1, 'df80e956-bbdc-4c2d-bacb-b761873bd4b7', '34739cc5948d447bfdcfcd899b87329d26d1233233a45b747a563d95c86e7286', 3, 5, '9q_-c_PO0Xl-b81yvY-GXbu38NPQskzo23LXRaBYy3s', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6ImJmYTA5NWFhLTY2NDItNDUyZC1iMTNmLWI5MDIyZDM3ZWMyYiIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAxIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjMsInN0ZXAiOiJ0YWtpbmciLCJvdXRjb21lIjoiZG9uZSIsIndheSI6ImFjY291bnQiLCJjaGFpbiI6ImNvbXBhbnkiLCJjaGFpbl9zZXEiOjUsInByZXYiOiJNVUFTdXV3SDZIRC1WckNubUNwQ3I0dWFIT0lzWGZuZ2lLUk96Nlh3U3NrIiwiYm9keSI6IjM0NzM5Y2M1OTQ4ZDQ0N2JmZGNmY2Q4OTliODczMjlkMjZkMTIzMzIzM2E0NWI3NDdhNTYzZDk1Yzg2ZTcyODYiLCJkcmFmdCI6ImRmODBlOTU2LWJiZGMtNGMyZC1iYWNiLWI3NjE4NzNiZDRiNyIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiLS1jTmtJc0lEbUFXeFFxSE9RZDFrQm5NQ25RTnkzelVEMkhVNlJRSmlBWSIsIjd0QUUxcXhyR3hWMTR3WFpQSmJyc3dOdWhuUVpLbXdiUG5jZG1SSmhSVmciLCJEenZBSDVaQW0yWFlLbkZvZjk5ejg3dVFWWko3VXNMOHdUNXZIVWV4ZlBvIiwiZU81SkFlX054dDFFbzdBdEk5bjR2Y1FIUjVfdlJEanJjQjI3X09mLU4yMCIsInBybHRKYkU3cEpsTl9LYkZIUU9lMWFfd2JLRGFPYU1xZEl0NjBHT3hrSDQiLCJyYS14d1pIRmFzMDFOckQwUUNzOEVhQTRWS0FZYlQ1MWtiQmNqc25IcTJ3IiwieUV6QjRTOXV6SXJqNEswSWZtQWZibEFwcHNqUFFxdUtHOXNpejVBNzFMayIsInlvaWJPUGVxUWxRSVVRQkI2LU82alNpcldWSllqdjBxMXFqeWhNcXJualkiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.O7DH2qpglS-UDlT-J_LW_1QpXcNiG-GEXE-AMiwsAwcT8m1SfK29HA4cz6q8PePirt5kUhl1JAlUk7bUbkUkxw', 1795482600000),
	(21, 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 1, 'LY-202611-0001', 12, 'request', 'done', NULL, 1, '1693735d-7022-487e-b1b2-a2599ef20bde', '8fb7070845c9a0e29907602642221ba96040cf24ac5adda37c007c2e4bc101f5', 3, 1, 'ZfrXgBE_My3q7XwJmEeGIPj39R5T5o0wQKtIQ0pMXXw', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6ImJmYTA5NWFhLTY2NDItNDUyZC1iMTNmLWI5MDIyZDM3ZWMyYiIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAxIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjEsInN0ZXAiOiJyZXF1ZXN0Iiwib3V0Y29tZSI6ImRvbmUiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjb21wYW55IiwiY2hhaW5fc2VxIjoxLCJwcmV2IjoiIiwiYm9keSI6IjhmYjcwNzA4NDVjOWEwZTI5OTA3NjAyNjQyMjIxYmE5NjA0MGNmMjRhYzVhZGRhMzdjMDA3YzJlNGJjMTAxZjUiLCJkcmFmdCI6IjE2OTM3MzVkLTcwMjItNDg3ZS1iMWIyLWEyNTk5ZWYyMGJkZSIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiMmFmS2MtS3lkOGJvcDRma19SeElXbXNOazd6clFDQUwtZ0VBWk9iYkptNCIsIjY1a21ENDhmY0F5cklqdzY5dHhILTctNU5VTTAxRDlxcktNbU9YQVlna2siLCI5RExBY0JyQkgtVnN0dElKNFFlU1pRZ3VKXzlUY2t4U0VKU20zT3dsVkI0IiwiSVl0b05wSE9MNzZQTElqa2FPUnlCbHlLUHZvZERsUXRxV04wdUFhTHFMVSIsIkl6c28yQ2ZiaXpHbElzUkVTUExBQURlNnN0UkNvMzluMmRQdkFNX1FhbXMiLCJMa2RWSnJpWk9HbmF1V0ZreTl4VXI2WUZUYWZncGhvMGthR2xOOC05RHBzIiwiVHZOMlVNeS1sLVcwUXQ5V2pKYkdCYTBPUTdmdmd3ak43Qmh3UzJybms1byIsIllJeXhyekMtclc4WFBLYzNtQ05kUzI3bDRyUS1zeTJkbk5EejA3X1V5Mm8iLCJvXy0xZ3hEZVEzbG1KdUd1UzhEeTRnMUJnVmR2Rm1nbUFVY08zTzhfaFQ0IiwicGpvR0hlSVJReXdwZjQ0Ul9GUkpWX0VDdHFuTDdnNWFwQXFnVEZKNEZZRSIsIndhaElCMnFGMl9TbENyNVFma2RFYWd6ZFdPMlV3QnRPcW5hdno0NHgxT0UiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.FvF9h7JINeRtoOViD36WTdf02SDi5y6F_tAQ4Lq-t2AJNR52ciO975EXGm1805iEgC4CnfRggOLRZq-RQ_Ymgw', 1795482600000),
	(22, '6e7ca6ac-ed6a-42b8-9caf-a5d6f4053c77', 1, 'LY-202611-0002', 12, 'request', 'done', NULL, 1, '4f34f46b-4387-4a6e-a135-dca626901889', '0dedb14085bc90277720c22d5dea354d0ba93a2ffd558c33abfd57df722a1e7a', 3, 2, 'pHEIWxepVO20mlCNCcJDbDMIPES0MyM0b9XdbrDk0cg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6IjZlN2NhNmFjLWVkNmEtNDJiOC05Y2FmLWE1ZDZmNDA1M2M3NyIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAyIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjEsInN0ZXAiOiJyZXF1ZXN0Iiwib3V0Y29tZSI6ImRvbmUiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjb21wYW55IiwiY2hhaW5fc2VxIjoyLCJwcmV2IjoiWmZyWGdCRV9NeTNxN1h3Sm1FZUdJUGozOVI1VDVvMHdRS3RJUTBwTVhYdyIsImJvZHkiOiIwZGVkYjE0MDg1YmM5MDI3NzcyMGMyMmQ1ZGVhMzU0ZDBiYTkzYTJmZmQ1NThjMzNhYmZkNTdkZjcyMmExZTdhIiwiZHJhZnQiOiI0ZjM0ZjQ2Yi00Mzg3LTRhNmUtYTEzNS1kY2E2MjY5MDE4ODkiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIjBEcTFhSzMzN0JoMTVMQzU3bXB2V3BWVjMxV1l0OHZwbkV2dkdGN25DcU0iLCI2em1Bb1lieG5XTU5zZEpLaVlYc3pHeDNEVHNKNVh0eEZQNnVWSjZwYU00IiwiOEJ4TXduSXlrZVVQY0c3VVlrb2RpVGdtRE9IM0dPNV9UNmd2NXJBaVg1cyIsIkdxelRxVHA2el91anRHdTRhRmZhdUp3cFpHTThYaXdTdkxlX2NGWnBoRFUiLCJKNktVVVkwYTVucGpDRmFRRkJ1ZHpTYzdyVTdKcW5aeXRySTIzUUlZcTFjIiwiUnJmRXRJMVN2Nng5S2NMdzVIaTRRTFM3R2RtQVdGUk5zSlFna3U5eG94SSIsIlpvaWpMdUtZZ3otM19IUVlNUWZRU2l6NGp4bE8zTWNxUjNsV3hnTVlxOVUiLCJjRHJvN0NrWWUtMlZiUU5KOUUxX19XYVFocEhhbHB6OGJKZDNOaVFkMkRZIiwiZllqcGp0RDB0VC1uMUVyaWxjRm5lUmRVbkE3dURqQ0JUOXRiUzhQVjZpZyIsImdEbENEOFdCTEhjZ0I0SU8ycmxONTVJR1hZUE80Vkh1SGxLYThaZzZ1V0UiLCJzNkRLV3lscktpbnBVRUNKY0NXWk1MS3hwbzdrdXpjTnFyTDZ3Q2otY3U0Il0sIl9zZF9hbGciOiJzaGEtMjU2In0.84RaQxqf0coIKPWRUJnr_hIXpGfvnCVFgXr1_ORdcj8AkMp99GGkHgnciE3YAxu-25C77En44lqagsXgvGWodQ', 1795482600000),
	(23, '383f42d0-14b2-42cf-a09e-ff6724a575fd', 1, 'LY-202611-0003', 12, 'request', 'done', NULL, 1, '27925738-66dc-49ec-b372-495391565c27', '0dedb14085bc90277720c22d5dea354d0ba93a2ffd558c33abfd57df722a1e7a', 3, 3, '_iXoaBPChWzRAXlHI-6cCKho7q6W_8qziCjYZyWOv2w', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6IjM4M2Y0MmQwLTE0YjItNDJjZi1hMDllLWZmNjcyNGE1NzVmZCIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAzIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjEsInN0ZXAiOiJyZXF1ZXN0Iiwib3V0Y29tZSI6ImRvbmUiLCJ3YXkiOiJhY2NvdW50IiwiY2hhaW4iOiJjb21wYW55IiwiY2hhaW5fc2VxIjozLCJwcmV2IjoicEhFSVd4ZXBWTzIwbWxDTkNjSkRiRE1JUEVTME15TTBiOVhkYnJEazBjZyIsImJvZHkiOiIwZGVkYjE0MDg1YmM5MDI3NzcyMGMyMmQ1ZGVhMzU0ZDBiYTkzYTJmZmQ1NThjMzNhYmZkNTdkZjcyMmExZTdhIiwiZHJhZnQiOiIyNzkyNTczOC02NmRjLTQ5ZWMtYjM3Mi00OTUzOTE1NjVjMjciLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIi1KLTFlQUVFTzUwNUNZQ3c2TmZfbzZLcHcwQ0tsa0NtdWxjYjFlUFcwNk0iLCI5b2N2aVJDVW9FVjJTMjNWLXVoQWtTRnhyS2FiSWRyMHRXSVIxMXVNTzhFIiwiQU96Sk0yM25TMXNFWURjajlsVFBMZUJ1bWJaMFVaSzNCdjFsS2NsMWo5cyIsIkNHV19mR3BUcmoxVjJPUjZEUVh3YkY1TGRtazJpa0c5QWt1amt6TmZRN2siLCJNZ0dqYkdjeXg5TGpab1hrRmJrVkp1UzgxWWZTdUpLM21IWXVlYWJJeHA0IiwiTlE1bXJnNzV5SVN0R3NOdDA1WTlYR2FfWm1Yc0luMU44YkxQTGVuY3lXVSIsIk5rWkltWV9nY3luYVJ5SUltUDc5NERMWDIwZjYzV0cycnJuMnR3UGZNTVEiLCJaRkFZX0NUSEo3MTloX1BmcDByYmt0TW9mcTRYLVJaM1ctWWFMcnJFM3dnIiwiZWprbUtmb245OXBoVjJ6Tk15ZVhIanFGdDd5eXVaQzZadWMwdzFqcVZHMCIsInR5RXFid2wyS09iTHNSUU9qTmNEaGhEQkwtMldyMjhXMGx6OW9rRXhjNVUiLCJ2ajF2T3Q0VTRVQlRiY0NaMUlFMUFHd18tdjIxcHFWTVRuNjJ5QkFKOVBJIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.c8wym085SAXDgGO-UmNvqvR376_7Mm6Lmj9_3-8OeD9xLwJfP7PFd2vaodnm-rbV8oztTowtmJrMa6GCB5AN1Q', 1795482600000),
	(24, 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 2, 'LY-202611-0001', 12, 'issue', 'done', NULL, 3, '7b96d794-4707-483b-a112-1f5e112f8fe2', '1117b1e8f604ed1a0ea9d8c7c9536b4ac440b2d8280df8c085c614017533f92c', 3, 4, 'MUASuuwH6HD-VrCnmCpCr4uaHOIsXfngiKROz6XwSsk', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6ImJmYTA5NWFhLTY2NDItNDUyZC1iMTNmLWI5MDIyZDM3ZWMyYiIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAxIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjIsInN0ZXAiOiJpc3N1ZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY29tcGFueSIsImNoYWluX3NlcSI6NCwicHJldiI6Il9pWG9hQlBDaFd6UkFYbEhJLTZjQ0tobzdxNldfOHF6aUNqWVp5V092MnciLCJib2R5IjoiMTExN2IxZThmNjA0ZWQxYTBlYTlkOGM3Yzk1MzZiNGFjNDQwYjJkODI4MGRmOGMwODVjNjE0MDE3NTMzZjkyYyIsImRyYWZ0IjoiN2I5NmQ3OTQtNDcwNy00ODNiLWExMTItMWY1ZTExMmY4ZmUyIiwiYWNjb3VudCI6MywicGhvbmVfYXQiOm51bGwsIl9zZCI6WyJMM3ZvcUdZdVJTVWJrZGtQcXpJcDh0NmxjVHNFRDBFMDZnblpXZkY5VkowIiwiUDR1SzVBclRtZWpsN19mY1BrZmVzWjY0UWpjMXBWYi01aWdkMXFWSlRmSSIsImVPQTktUzQ5UURBZi0xaXBGUnRaU2h3b1RPODBQTlFBOTVVME8tb1pScVEiLCJoZFhTTHJndi13dWRRUGUtVWc2SG9ZQ05QWFJXUERlWDlsNnptRV9MQ3M4IiwibExqT2VtaVZzNGhNajNBZDh2cXVMbHpGV2dDWHY1UWJIZFZpbjY0QnNiNCIsInZRMndCejdzYk8zSWdZNTVYQzdhOEZlSnhMcU45WndOR0RJM1o1a0JFSDQiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.-ufxz9A5OD6sFNhRVK0ZjvAbzgNUkWM5Gqh707J8yzFRzEfZq3zIWCclwzzUDTcWsnKFWXgQ4bH4cWrHRjUlVg', 1795482600000),
	(26, 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 4, 'LY-202611-0001', 12, 'giving_back', 'done', NULL, 3, '1bce61cf-ec0a-4c72-a208-272bda528488', '64328191a7f5501f9739bc99d6ac4bea4cdefcc58cbb53572f64fadba5fdc058', 3, 6, 'u-JnifsvMNruSJfzxgu09HA4f9yrIP0QSHMXyZL0Fh4', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6ImJmYTA5NWFhLTY2NDItNDUyZC1iMTNmLWI5MDIyZDM3ZWMyYiIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAxIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjQsInN0ZXAiOiJnaXZpbmdfYmFjayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY29tcGFueSIsImNoYWluX3NlcSI6NiwicHJldiI6IjlxXy1jX1BPMFhsLWI4MXl2WS1HWGJ1MzhOUFFza3pvMjNMWFJhQll5M3MiLCJib2R5IjoiNjQzMjgxOTFhN2Y1NTAxZjk3MzliYzk5ZDZhYzRiZWE0Y2RlZmNjNThjYmI1MzU3MmY2NGZhZGJhNWZkYzA1OCIsImRyYWZ0IjoiMWJjZTYxY2YtZWMwYS00YzcyLWEyMDgtMjcyYmRhNTI4NDg4IiwiYWNjb3VudCI6MywicGhvbmVfYXQiOm51bGwsIl9zZCI6WyI1cnMxM2h4YmVBVHRPMVN3WjN6cHhQNWd5ZUVqbXRZTW9McGNrbnY4dlBVIiwiUlFOY2VEMXloMG9WMWVKMVdsYWUtQ21lMEdOcHkxaGNYVVpXbnNuT0lQUSIsImROR01BeC1IbGhOcFVEMnpzbjBlZ005VWlDNnNuX09SWjlEU1FKS3RwOEEiLCJqSm9nLWFnNVFXNVpGcFRyTVR5eFhHSW9Qekt5VERBVjB3dC00c0luV2JBIiwicXg1bWFUSUVUTkwtYkZFRjNWSVFPczM3Q2g0QjVGdWU1NnpySFNIU2ZHcyIsInVoYjNLMzZmczlULS1QVGo3U3FlbjF4TXlMOEJwbmhfYTJfX0x5VVN5MW8iLCJ3TkttbDRlR0JUMDd1RS00cXJ6bjZNUjZ6ZS1zRG1rakxWQkpVdlFFdTFRIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.nWodsSSDwzwP8dpjAWRqNUh9ClgxWAL4QoTN4FV-kCDBMe2SH2MChg9aQE-K_xYogHYkub6bcklNRP4lclRLZQ', 1795482600000),
	(27, '383f42d0-14b2-42cf-a09e-ff6724a575fd', 2, 'LY-202611-0003', 12, 'issue', 'returned', NULL, 3, 'ed9cfc8e-e901-4d7d-a2bc-deccd92447a2', '5f47f1cb8e688201cd853404f8c0d262ce9a987ec20d6a947c499f63f8ad5f7d', 3, 7, 'H7rAXOBUCKxfHn6paahlk15qqRbu-TqifZaH_E-KAfk', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjAwLCJzZWFsZWRfYXQiOjE3OTU0ODI2MDAwMDAsInJlY29yZCI6IjM4M2Y0MmQwLTE0YjItNDJjZi1hMDllLWZmNjcyNGE1NzVmZCIsIm51bWJlciI6IkxZLTIwMjYxMS0wMDAzIiwiZm9ybSI6InBhcnRzLWlzc3VlIiwiZGVmaW5pdGlvbiI6ImE4ODViMWMzYTJkOTNmODFmOGVhNjNlNDNiODQ2YWZjOTc1YTJkZTQzYzc4NjQ1MWI3MGM4NjdlNjIyNTlmNGIiLCJzZXEiOjIsInN0ZXAiOiJpc3N1ZSIsIm91dGNvbWUiOiJyZXR1cm5lZCIsIndheSI6ImFjY291bnQiLCJjaGFpbiI6ImNvbXBhbnkiLCJjaGFpbl9zZXEiOjcsInByZXYiOiJ1LUpuaWZzdk1OcnVTSmZ6eGd1MDlIQTRmOXlySVAwUVNITVh5WkwwRmg0IiwiYm9keSI6IjVmNDdmMWNiOGU2ODgyMDFjZDg1MzQwNGY4YzBkMjYyY2U5YTk4N2VjMjBkNmE5NDdjNDk5ZjYzZjhhZDVmN2QiLCJkcmFmdCI6ImVkOWNmYzhlLWU5MDEtNGQ3ZC1hMmJjLWRlY2NkOTI0NDdhMiIsImFjY291bnQiOjMsInBob25lX2F0IjpudWxsLCJyZXR1cm5lZF90byI6InJlcXVlc3QiLCJzaG93biI6IiIsIl9zZCI6WyI0UlJRLWY0SmsxOXkwMGNJT2ZWZkxBNXBab2RNSlQxWEFucER4R0s1UWhNIiwiNFpQdWY3dGRSZlVxV2NpZnV0MHlFaUdhV05VdGs3RU1Lb2Z0UVVSN0hVWSIsIk5SREZhcDFFdjJ6eFRzV2NNSFRDUGlVU0kxNzdOejNWY3FHTC1rWnMyYVUiLCJQMXowRThtMEs1NDU5VFl1YUpLbERWTzlLZWhEb25tUFI4U29pM1F6OXdvIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.49lEw5_P9_jdYetIyBtIx8xaA0fEm6oIkp7KhLrhjFQsi04M2dz57zzCABQLBfFzj5h6YBpNDa23VS3YLtjFoA', 1795482600000),
	(28, 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', 1, 'FW-202611-0008', 13, 'work', 'done', 1, 1, 'fe1a4ed3-081a-4b0d-9f4b-9bb130ffbeb6', 'ed11949b6e6f5fd5e87837100704bc3a70e3ec7d5fb71c954ab5f829e4f56c69', 1, 19, 'v_4o62dAQCQpJlj13AU6TzLH4iNkJv7_KDmypSsFEkg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjYwLCJzZWFsZWRfYXQiOjE3OTU0ODI2NjAwMDAsInJlY29yZCI6ImU4M2QyMWM0LWNmYWMtNGVjOS1iYzhjLWM1YTFiYzIyYTU2YSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA4IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjE5LCJwcmV2IjoiZ1NEMlJrSlVBTG1ISHpudzc3Znl1QlVmVWhzXzdMM2dEczA2MTRRUndSMCIsImJvZHkiOiJlZDExOTQ5YjZlNmY1ZmQ1ZTg3ODM3MTAwNzA0YmMzYTcwZTNlYzdkNWZiNzFjOTU0YWI1ZjgyOWU0ZjU2YzY5IiwiZHJhZnQiOiJmZTFhNGVkMy0wODFhLTRiMGQtOWY0Yi05YmIxMzBmZmJlYjYiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIjZSX0c4eTc3czJpVFRja244d2U3a0xHSkcxeV9KWVQyaE56YkltVEVMUnciLCI3YW5DcE9BQVNnaXdxOXVGRngzamVyaEtVRXBBVzBZWkZhVWIyLXJ5MExvIiwiN3VMLTc2VGtqOUFGOFJHT2owSXhTc2RVVDA2TlVZQ0JsVVRyVXBQZnUyRSIsIjhzdERXbkJKdGRfZ3VmRzU4TVFQZkcyOTNoV3o0c3Y3T1NPU1lMcnhhemMiLCJBUy1uSmJLX29DZ29yV0hxRUNDbUhjMXdfTzVfYktGTk9YLWJBeVZiaTlVIiwiRUJsTnF6S3ZEVnJuQ0hNSXN1bDZrdTk2UC1YbVp1bjdoQUlPWmZoTVpKYyIsIktxUGk0aURIN0ZjY2szYnlIOVljUjVHMGo5RlA1SS03TXFkQVpHLVQ4RFUiLCJQNVh6LVd3TVp5SDROcmNod19Tem9TcjZEczdaNk1BejVqUUVUbWtyZDJZIiwiUTJUMkxjVlZ1YTdtMkxjT2huSHF2MWlJX09oU09UUEJ6RTJ1TjlpWlBkVSIsIlI5WTVjREZseGlXSE5iTUpNY1l0VXNOQkR1NTdRNXh1cVBfNHAxU0ZEZjAiLCJUX3VLTzBnQldadmp5LVpDYUNRa2NwODd3ellnSXRWQmN5YzdSRTZmcEh3IiwiWVBxWmpQNHRJZ1dwcENfd1p0M0dfdFI1NXpEak1yZDFpay02b3h1ZW0zTSIsIl9mMHhVeS1MLUw4RVpRLUJHU29XRXdTWjhMMjJEVkY5bkN2b09abHJPWlUiLCJhbzYyQVJqZUthVjZJaG1FZTJyNXNzMjR1UXBZQ3VJOGp5d0RRYk5QaTRBIiwiYjNuNUZjVlpWSTJVYXNWLVlmeFhYdVZXZVFTMG5xdlhFdjlLZXhITHZRWSIsImYxSXc3Z0FLZERkb3BOV09GZ3pydTh4S0ZKMnVTelhpNXB1SXZteGJNTkEiLCJmYlNObkFyTnprVUpwdFo0cE1IY2pDbHFmdFBvMFIxMGVXVGJPc3k1VE1zIiwiZnIzc2lrLTdUSkh1UVZoUEFQT3FqWWp5QXBrRkVlbnFkc1VPdXF0ZGhtVSIsImdFMVpiUjlER0ZFX0wzTkNJbW1UcFp6d2RTY0RtdHFRNko5dWJSTXlJZzAiLCJocFRQRVlQZFAyWkUweHpoM1NNRi1nZFduRWg3MUxKNEd4d09vWTV2QkNRIiwiakVSWF84S1JERDNRc3JiUWY1V20yX1h2SHloODRoUDdRLWNhV0I1dnN3byIsImpFdzFHd1NGUVUyRmRtLThwckNPTTNCN2JPckc0alVvY3ZRRk9mU0VyMFkiLCJqbmx5QVFjc09IbjFYaTlGYVhEVFBtbjRnaURGaUJvSGgtVGtuQmthV1dFIiwia2phR2hQN1VWc1g4Tll1YzBGdmVRZ3I2eVN1UVhLeC1tTVZKcHh1MTc0WSIsInZTZ1ZFSm1nRHlLa3J2am51a2pOeW9jS2JmVTI4eXlORzJhSjl4YnJ0RTQiLCJ2b1k2RjBzYWhrZDJGQlN6MkdvWTFEb2hETWFyclRDOVlCQmJ5U1Z2RUo0IiwieHZZWjc3aUpCVUdSOS01dENHUnZXSm1fMEVOazJfc01iWXhZM2VUMkRkMCIsInpORlRBenNqdVFBaGhYeU9RTEVrTnc5N2h5UjlTamRFZXljblNabFZSeGsiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.D9POlOOGhkmwoBuLClfVy-ZcdCzrlA0tv4FEX7NkaWYi4YHODhqsf_D1_I_L-zfsQBUsCP5882rx2cXG7UCucQ', 1795482660000),
	(29, 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', 2, 'FW-202611-0008', 13, 'acceptance', 'done', 1, 1, '67620558-a21d-43e0-bbf4-6429bb731757', 'a61755fdd22351cca3f5a5958543663db524aec963e07e4b35882d125dd740cb', 1, 20, 'VaKwMIvLt5T9MUeor9UoPWgoiHVCRMVaFct_jojRU9Q', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNjYwLCJzZWFsZWRfYXQiOjE3OTU0ODI2NjAwMDAsInJlY29yZCI6ImU4M2QyMWM0LWNmYWMtNGVjOS1iYzhjLWM1YTFiYzIyYTU2YSIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA4IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoyLCJzdGVwIjoiYWNjZXB0YW5jZSIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiaGFuZGVkX292ZXIiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjoyMCwicHJldiI6InZfNG82MmRBUUNRcEpsajEzQVU2VHpMSDRpTmtKdjdfS0RteXBTc0ZFa2ciLCJib2R5IjoiYTYxNzU1ZmRkMjIzNTFjY2EzZjVhNTk1ODU0MzY2M2RiNTI0YWVjOTYzZTA3ZTRiMzU4ODJkMTI1ZGQ3NDBjYiIsImRyYWZ0IjoiNjc2MjA1NTgtYTIxZC00M2UwLWJiZjQtNjQyOWJiNzMxNzU3IiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOjE3OTU0ODI2NjAwMDAsInNob3duIjoidl80bzYyZEFRQ1FwSmxqMTNBVTZUekxINGlOa0p2N19LRG15cFNzRkVrZyIsIl9zZCI6WyI5cHduZmYxLWd2UnZyWXhjUTVGaE5ERk1UYUdYRGhPM0RoUFc3TDJXX1gwIiwiRERFSS1VT2NwaU9xWjlQanRIcVNrZFl3TlRiWllxWXZWdHNQYTB5UmxqayIsIkwxbTRwSlozaXNBSWhLQjh6RkltSi1Ib0NaTGF6bTcwNVNGTDdoNmZrM2siLCJMVHNINVE0bExPaGgtVll1Z1RwSllreW9TS3o3elhvMkhxZFZVcDRkeEJVIiwiT0l3RWljSUlnWml5dkszUm9ZVElvbE1idnBCUHp1Mmp6RWQyM2tGWGpTdyIsIlBqOWdfUmN1TTVmdlR0Nk9tSExReVdoaS04OENOWmkyRFk4WThIOVlaT2siLCJfV3Nib09XN0d0d3FUUnhVdVgwcDJLLWdmUXZBc2FUXzdfRTI4V2NGZ1pFIiwiYlBzWGZiUkRna05GRk56N3psTXJPRlFZQ19kU0ZDdG5Xd0JCU3c4S0tEMCIsImhfTHQ4Sy1LbEkwbEdvRFJHX3ZpMTk4dWZKa2oyT0pKeWNkb2pfRDVJRkEiLCJrQjFsV3pBR0hkNWNPN0dNZzROcml0ZnM2S3J0aHZxTUphallKcUpPc2tnIiwibjR4YXZLd1JUMXpfeVBYUUxOVDE3N21XZmk1SDBsNEQ3cWMwaWxBcEdNMCIsInVTUXpRdldKS1RsdDFUWFJmQXVwU2x3WTFLMVZ6dU11V0lWVGM3aTA5dmsiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.hFvxnOn0MwKTuUTHMqt7_sRJsjFGaRIaZSgF0tjZWVpVBt4nriMGAjWAP_xtQRoPdmcukRUVF-HmFdpW_keOhw', 1795482660000),
	(30, '204662d9-817b-4a66-9ace-15dcd8eae604', 1, 'JB-202611-0001', 11, 'request', 'done', NULL, 1, 'aee96a09-1569-4424-a1b0-c853f3c40096', '698fc253c18f8027acb415b208208806bad1f31f65b7d797d1b1bea17ccb9b2b', 3, 8, '_YxENOll3m2yPvl2RbTqwXKqwldssy_Ia0wyCbFASvg', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNzIwLCJzZWFsZWRfYXQiOjE3OTU0ODI3MjAwMDAsInJlY29yZCI6IjIwNDY2MmQ5LTgxN2ItNGE2Ni05YWNlLTE1ZGNkOGVhZTYwNCIsIm51bWJlciI6IkpCLTIwMjYxMS0wMDAxIiwiZm9ybSI6Im92ZXJ0aW1lLXJlcXVlc3QiLCJkZWZpbml0aW9uIjoiYjczOWI0OGU1MWUyMzg3MTlmMGY3MzgwZDY1MTI4Y2UyYjMxOGJjYWNlNjZlYWIxYTQ4NGM3ZjNhMmFjMGVkOCIsInNlcSI6MSwic3RlcCI6InJlcXVlc3QiLCJvdXRjb21lIjoiZG9uZSIsIndheSI6ImFjY291bnQiLCJjaGFpbiI6ImNvbXBhbnkiLCJjaGFpbl9zZXEiOjgsInByZXYiOiJIN3JBWE9CVUNLeGZIbjZwYWFobGsxNXFxUmJ1LVRxaWZaYUhfRS1LQWZrIiwiYm9keSI6IjY5OGZjMjUzYzE4ZjgwMjdhY2I0MTViMjA4MjA4ODA2YmFkMWYzMWY2NWI3ZDc5N2QxYjFiZWExN2NjYjliMmIiLCJkcmFmdCI6ImFlZTk2YTA5LTE1NjktNDQyNC1hMWIwLWM4NTNmM2M0MDA5NiIsImFjY291bnQiOjEsInBob25lX2F0IjpudWxsLCJfc2QiOlsiLVhwLUhnempjR1NPOWZOR0ZvcXpzSTlWbGpIeURFdTVudG9ZczcyMXROWSIsIkY1WEw3alFJMEtPcXdqNm5CQXhtYTd2Y1E0VlpVdVhiS0gwWm1TNlJreVkiLCJMTFNkaDdQNS1fLWQ3Rms2VW1CWUhpUGU0OHR2czBiUHJtb2xaX3dOU3BnIiwiT081ZDdJMDF2SF9LXzdnY0tiWXYwY0h1dmhFZDJfT1M2SXlHamJJaHU3ZyIsIlN6ZjV2Q0dJV3duc0t3dVJBWHhmTjh4YmtUc0hCLVpHY0Z1WE5yQ1JCTUUiLCJadUpMSFBENm1kaFE5VThGd0dQWHV1TWZZZVItQ0RjZmVaV2YyeUxNdzgwIiwiazcxQ2t5SnRlRWVYUWhqR1ZBRTZvNTNDNnNWaWdoWUJRTTRDS0tIODFRRSIsImxfSTZtNzR3MUp3eXlTTzN0VWp2TE4wcm1XcFVVZXNNVFpkQzlVejJ2dFkiLCJuc3owUEtIZ3Jpc0lkc1p0ZEVhcUhydXZ5TDJJR2dBaXNfZ1VGdlhUd0xFIiwicjMzMEpDQ1hJZWRuOF9ZVlBPaVdJYWlzc1NmNjVndVY1cTNUblZVb3V6byIsIndTcUpWOHhPS0dKNXphVGU5bWdQVmtjUFItMEx2R1V0NHoxYV80SGdxSzAiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.X9EqJF0m14XT0OjQf4OzVbig6RqJ8zRsiXikZJRrr9tr1z1i4vLyE1Hhd73PKXNcMxNLrXu1JQXn4Hd3g4Bm0Q', 1795482720000),
	(31, '204662d9-817b-4a66-9ace-15dcd8eae604', 2, 'JB-202611-0001', 11, 'supervisor_approval', 'done', NULL, 4, '94df21db-dc45-4418-875a-c95d0be861e1', '2474b509cea59c3ae206d9bfcf93a0c7f1a7ceb7add373b016cd21b49cd0d612', 3, 9, 'xhCw19e7VSSL1iNeHCRm7qc0kQBIqabcL3g1IPZgrK0', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNzIwLCJzZWFsZWRfYXQiOjE3OTU0ODI3MjAwMDAsInJlY29yZCI6IjIwNDY2MmQ5LTgxN2ItNGE2Ni05YWNlLTE1ZGNkOGVhZTYwNCIsIm51bWJlciI6IkpCLTIwMjYxMS0wMDAxIiwiZm9ybSI6Im92ZXJ0aW1lLXJlcXVlc3QiLCJkZWZpbml0aW9uIjoiYjczOWI0OGU1MWUyMzg3MTlmMGY3MzgwZDY1MTI4Y2UyYjMxOGJjYWNlNjZlYWIxYTQ4NGM3ZjNhMmFjMGVkOCIsInNlcSI6Miwic3RlcCI6InN1cGVydmlzb3JfYXBwcm92YWwiLCJvdXRjb21lIjoiZG9uZSIsIndheSI6ImFjY291bnQiLCJjaGFpbiI6ImNvbXBhbnkiLCJjaGFpbl9zZXEiOjksInByZXYiOiJfWXhFTk9sbDNtMnlQdmwyUmJUcXdYS3F3bGRzc3lfSWEwd3lDYkZBU3ZnIiwiYm9keSI6IjI0NzRiNTA5Y2VhNTljM2FlMjA2ZDliZmNmOTNhMGM3ZjFhN2NlYjdhZGQzNzNiMDE2Y2QyMWI0OWNkMGQ2MTIiLCJkcmFmdCI6Ijk0ZGYyMWRiLWRjNDUtNDQxOC04NzVhLWM5NWQwYmU4NjFlMSIsImFjY291bnQiOjQsInBob25lX2F0IjpudWxsLCJfc2QiOlsiR1NLMGpISkctX2o1TmctdHNjUjFVSWh2YTMyeE1VNDA4alktcTZXWjFQTSIsImZPakRaNlVzUlRLQjBuMVpsYkRRZ3RLV0dzMmlIbUdiZWlzUlhEeTlMdVEiLCJpR2NHTU9SWjlqWHM0TkV3OFI4M09jOWs4MkV4VUg4dGR6TWpxU0xQTm1jIiwicUVJOGJTcGpBWGdUVjRTaVl6TEhiT0pFdlRIWW5ZaUV2OUtNTWhnQXItSSIsInU3OGxJOGMxVXlPN3ZhY0N6cGVsRk9JSDVfY1ZBMjM5Q2p1NWUzM0Z4Q3ciLCJ2T1pjeVF6RUZhVTI4T281NDQxcjc1Vk9kY2EyU0ZNcXg1aGJsVXY0UWpzIl0sIl9zZF9hbGciOiJzaGEtMjU2In0.zHwAFKqkTs-YePF11JhSLSf6phefX97SuSBT9DFXwXsGMQXme6VjBdJGSDEvI1Mz_k27oF9GDS7WHsoHxyYcJQ', 1795482720000),
	(32, '2a56efef-039e-443e-9273-f26d380b2f00', 1, 'JY-202611-0001', 10, 'request', 'done', 1, 1, '34ceaa24-6c3f-4573-a2f5-e070c121296c', '449846975ef599abcea857d10d89580d69ae1ae212c0b9f620116e978ac921b7', 1, 21, 'ZQT4qO7Icz9hy0936dUW3i6Y3jJP38j3pqjI72GPcxM', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNzIwLCJzZWFsZWRfYXQiOjE3OTU0ODI3MjAwMDAsInJlY29yZCI6IjJhNTZlZmVmLTAzOWUtNDQzZS05MjczLWYyNmQzODBiMmYwMCIsIm51bWJlciI6IkpZLTIwMjYxMS0wMDAxIiwiZm9ybSI6Im1lZGlhLWxvYW4iLCJkZWZpbml0aW9uIjoiZGI2ZjVjYWE2YWQ4NWRmZjU2MTZlNGMxNDI0MTZmYWIxZjY2MTg1MWM0NTlmODIwMjMxOTc3NDNlOTVmNGI5NiIsInNlcSI6MSwic3RlcCI6InJlcXVlc3QiLCJvdXRjb21lIjoiZG9uZSIsIndheSI6ImFjY291bnQiLCJjaGFpbiI6ImNsaWVudDoxIiwiY2hhaW5fc2VxIjoyMSwicHJldiI6IlZhS3dNSXZMdDVUOU1VZW9yOVVvUFdnb2lIVkNSTVZhRmN0X2pvalJVOVEiLCJib2R5IjoiNDQ5ODQ2OTc1ZWY1OTlhYmNlYTg1N2QxMGQ4OTU4MGQ2OWFlMWFlMjEyYzBiOWY2MjAxMTZlOTc4YWM5MjFiNyIsImRyYWZ0IjoiMzRjZWFhMjQtNmMzZi00NTczLWEyZjUtZTA3MGMxMjEyOTZjIiwiYWNjb3VudCI6MSwicGhvbmVfYXQiOm51bGwsIl9zZCI6WyIyRFpMbnBCRkJyUldrQmhlcmQ2RHdqMnhiaGxlQ1dCUEFzUmlGX0FDQTNNIiwiRHZPalZyTEphYzk3bnQ3RFBRMUNDNmo2QWpwTjdQUU4wWWRXcmtJWE85OCIsIkY3RldSR1RPZUVrSlhQSUc5ZkJ0US1GZ1RRUnduVExGUmdweXU1UURsUkkiLCJRQmUzRVJNZUc0Y2RaN1ZSOEJkcWs2QXRMbXdfTXViR0Jmb3pJRkMyM2FnIiwiVl83dS1oS0ttaVk5dVlkOHhmR3hqZTA1YTRMUVlWci0tcVhOQVRzU3V1VSIsIlpWcV8zcXNKX3FnRzZ6UUtkc0RDQXBOTW5nMHg0R2Fsb1JPRjNjdjBieFEiLCJhbk5WaFlWWGp2ZTNGX3dyd1dJdXlBRlk3eGEwalV2a29fS3VnT1h3Tm1VIiwiaGhXVVhHMmhkbllBd2xZbGlzNS1LZ1NnR3VRVk9fX1k2d1NZQlpKYUZDQSIsInI3bnRlUm5lZTdzNE14X2ljSXI0SEpwTzJHbEFDUTNJZEJ5VGFic2VjOFkiLCJ0UkZhNDB3WkxGZ1RLVDVEdzFEVFNMVi0zZ002NnJoUjlSSEdrbDEyZjBRIiwieDA1S3VPVkNyUnVWQzE4b2RpTnlxaGstYVJvVTc5TzNQVDUtcnBZQUxqcyJdLCJfc2RfYWxnIjoic2hhLTI1NiJ9.EXbMfNaGMQbjR9kroycRGAg3SISq4UOhSHkVXSNPV1WalnZElck3GxDMU4R-MpegteYrO6BchBetkrbTbPnaEg', 1795482720000),
	(33, '58463036-eadd-4cf4-a112-c4bfd7fa7a87', 1, 'FW-202611-0009', 13, 'work', 'done', 1, 1, '50ef4074-b5e0-4186-9309-8f523e1c09f1', '6dc4e1e45ea296e0f590924f8c4d81f92ad9e040a9975abeea989556566589a4', 1, 22, 'PcQl9oviNQ_lTX1DfQBr2iBzQcUOqGORM6-kqesjIiE', 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImFUdmVlX3ZrX1JWRVlVM0dxTUhIVDM3V2hTSmdjamxsZGlDMXN2VFkyLTQiLCJ0eXAiOiJmaWVsZGZvcm1zLWVudHJ5K3NkLWp3dCJ9.eyJpc3MiOiJmaWVsZGZvcm1zIiwiaWF0IjoxNzk1NDgyNzgwLCJzZWFsZWRfYXQiOjE3OTU0ODI3ODAwMDAsInJlY29yZCI6IjU4NDYzMDM2LWVhZGQtNGNmNC1hMTEyLWM0YmZkN2ZhN2E4NyIsIm51bWJlciI6IkZXLTIwMjYxMS0wMDA5IiwiZm9ybSI6InNlcnZpY2UtY29udGFjdCIsImRlZmluaXRpb24iOiJmMGM1ODE5OWM5ZGNkNjJmN2UzMjIxZGJlZGI5ZjM3N2Y0NTkwZmEzYjNkNjk2ZDI1NWM0MjhiYTcyY2QyYTUyIiwic2VxIjoxLCJzdGVwIjoid29yayIsIm91dGNvbWUiOiJkb25lIiwid2F5IjoiYWNjb3VudCIsImNoYWluIjoiY2xpZW50OjEiLCJjaGFpbl9zZXEiOjIyLCJwcmV2IjoiWlFUNHFPN0ljejloeTA5MzZkVVczaTZZM2pKUDM4ajNwcWpJNzJHUGN4TSIsImJvZHkiOiI2ZGM0ZTFlNDVlYTI5NmUwZjU5MDkyNGY4YzRkODFmOTJhZDllMDQwYTk5NzVhYmVlYTk4OTU1NjU2NjU4OWE0IiwiZHJhZnQiOiI1MGVmNDA3NC1iNWUwLTQxODYtOTMwOS04ZjUyM2UxYzA5ZjEiLCJhY2NvdW50IjoxLCJwaG9uZV9hdCI6bnVsbCwiX3NkIjpbIi05X0pRMFJ3NGpxZDlDVkdLU0daT19GUkhlZDhJdHYxeU9zcGwyekJwd28iLCIybkhrdHgxQVYtWFg0TFBNeUxCQ2VGV2dJUk5NZkJDNTVLQkUwZ2tvNnZZIiwiMng4bmFVU0ZJWlNhcEVlRFk4WHFQY2FEMXVGQjdHeFBpendmVWpKZVJNZyIsIjh5djVwalU1ZFVpZUt3cm5JNmdHOFhIbUZ2SEV5c0VuZWxNS1NjdVR4aXciLCJBV3BTU2s5RHhlTXR4NGhIaFdKUUozQmwxeEJrYUJNVmh5cGduZXJ4WDY4IiwiRkY1OTR0eWh1d0lZc19FZlVvN1ZkcjBMR3RQcVhZd1lwOGhqRFVwZDRyRSIsIkZpT0NsWEpqVXd0VjQ2QTdZVjZEZVloQWt4MUxRUmJnNXRhZ1NtWHN0TkEiLCJReHNrZHBJWmgxUWF3SzFPOU82OUJpSVZfM3EwRWVEa0FocnNLcmtQX3ZjIiwiUnRkNThzUWZ4VVFhVTFvZmNGYlY0SlhHM0RmV3JMRnZ2ZzFxbEMxTU9XZyIsIlRPWXV3cFhUcGh2Y185UGVVaV9vTWIxNDNUbU4xdzQ3dmRVWkFuZVNnaEEiLCJVQXROdE1Pd3BYV2Q2VGM2TXh4cGx0TjJBd1RtMXVPM0hlWDZVU0RMbTE4IiwiV2d2UFh0SEJjSEc2ZG9HRXpKR1lCOFctYXQtSTdRXzdXTzV4YnNPaVFvMCIsIlhic3JyUEZfWlRzMFJ5Y2o2RGd4V0lNMmxzYm9oTkxZRktQWi1qSGxmeTgiLCJaa2dUQVUxTk90c21iMlMyNm1FU2R3UTg1eXFIQXMycEY0eE9TcmhoV3BVIiwiYUt5QTNsSm45WDExZXplUC0yaG5JWWkwdmZKT3Y2XzlZLTBFWXlXVGRxOCIsImNaRDRmYk1QcFg5MmtCMzhnbFRxMVJ3dGNuWS15bFJoR05keWZ2V0ZWSW8iLCJlQkFRMEc5MWVBaDU3LWlIWnRjdGVKX25kbnpoeDhIdzNMdS1UNVZVSGtvIiwiZktyblVpTnloWVNVc1pDaHBrczB1RUlrYUJWWC05SjZmemgxRmdOemZhdyIsImZVVzJlZjZlczRuNkhfbF9fdGdaTkMzbkc3TVV3QWhVSHpuZzk3Z25tOUkiLCJmb0wyYTZLMVF4cHdCTGxDVGlWLWJ4a3pnNERPdVlpTFcwb251TWRpMUNNIiwiak5LMDh2akVnQXJ1SWRQd1JLZUIxM3FQajBwdUh3VGNXQTBDYzl1bGVuQSIsImtQN3oxQm43WkU2QlRLbXdSa1NvejcxckxYSlpQWmR0aGZFWG5sZC1UQlkiLCJsQU0wOGdUalVBdkJkRDh4Q1hzbVZQX2xXc1pHNDVzZ1ExcUt1Ulh4bFBJIiwibVB6akRaR3FKLVRYbUhlNWN5RzhDVjBIV1BwYWlFNFd1eUxCN2Iwbjh5WSIsIm9ZVmx2NHdmQUNCdlNuX21BWGJfamVoRGNBc0Zjd3FPSXdmME5mQ0pEZnciLCJ1YlZzdkpCcnJlVHdPWFdxa2dNN1hWdl9uOVU2dFBIbnlrT0g0WHB3OFo0Iiwidl9OVUdDR0kwRElLZ3BFMWl1LWJ6cC1TWmdpeWx0cmdsUFBLNlVmcmJDYyIsInlPMGtGeXZBaGZQYnNJeHBMNUVkSkxPR1IteDFabWU1cHBOeFRhYktIcWsiXSwiX3NkX2FsZyI6InNoYS0yNTYifQ.qcaz__44AchT7lPfXmV1HZhNm5s7KWqx-VICsZnB5tYyuQ-_6jHPauWZRdQ9ddTU56wdi8cU6I3mB_HeH2zTnw', 1795482780000);



INSERT INTO public.erasures VALUES
	(1, 9, 'Qux_88XxQcSDdimpF8YBB36vb2E6lqM5eHTY7f3U1-I', 'answers.contact', 11),
	(2, 9, 'GIUKfOBqGBqUXg5hxntrE380NxYSlMorfEwKjAwwsyQ', 'answers.work_photos', 11),
	(3, 10, 'ruLF1TVr3HNyQrrUiE-Qsv0oZZCQx7Od51nVwAo6YmM', 'answers.comments', 12);



INSERT INTO public.feeds VALUES
	(1, '6b27171b236679590ab42f5435736df35ede7b4ec22f8bf5d928ceb05c42d099', 1, 1795482120000, NULL);



INSERT INTO public.files VALUES
	(1, 'a98e8b1be2fa1e2502c85353c780485604321157f968d890a2378a6f81ff1254', 'image/jpeg', 61702, NULL, 1795482180000),
	(2, '22c4d034b54a9a44f0ae68293cad3f0712a7306008112c47d029b9f6e3000466', 'text/plain', 81, '\x343030305f343030305f315f35305f32323030305f3430305f38395f302031353030305f343230305f3230305f35305f3230305f31333830305f39305f305f2d333230305f2d313530305f33305f2d3130', 1795482180000),
	(4, 'c8d90555b568adecfc7061f4ac0988f18a7172e669bc7bbee184bf6cb5c0fb9c', 'image/jpeg', 4597, '\xffd8ffe000104a46494600010100000100010000ffdb0043000604040504040605050506060607090e0909080809120d0d0a0e1512161615121414171a211c17181f1914141d271d1f2223252525161c292c28242b21242524ffdb00430106060609080911090911241814182424242424242424242424242424242424242424242424242424242424242424242424242424242424242424242424242424ffc00011080050005003012200021101031101ffc4001a000003010101010000000000000000000003040501020600ffc4002a10000202020202020202020301010000000102030411120513212200143132062333411524425262ffc400190100030101010000000000000000000000010304020005ffc4002b11010002010401030401040300000000000102112103123141002251610432427113526291a13372c1ffda000c03010002110311003f005e1786d46b0725641a2e8f21b16aeb588c86689918bebec8c159803b00549c018c1578c090356bb622acc0a6677594c09ab1190aefd440491b0d97c81feb2992707c30938d3756e55b1ef1192c432cdaccee00ea62f9d95c4a4169351e72558230f9966a737c96dd7c6c53cb2dc829c3349043208018819101d832ae268e407c81f9cb1249dc2432a8c9ac8f35bb12cc516b159fc712383c6e945d436cc4877c97dd715efd8fb5b9f02f505580fda12c9569169d678e57915731c61a331ecdfa1c018c2b337fe7655258b95ad6f87a9255109b5fd592a152668e384abb12a18cbb1503f4db0c09521884a2dc29960b5059a559a58646ae2de217022c1789986c04aceb203aaedfe40c31ea3e2563f8ef2358d78924b53508ed41396bd276c1b491fd8c6230c4e1259d24cf87ed0fe32aaddb22b72bdd179eb357f2de6b94fe90fb8bbf508a85034610b42ebfabdf18b0adbe0f88a317173403999759607b1d4a60549557a9752b0072ced85c104ec46361fd9824ff008fb776e53e5aff006cbac55de9abda52d242a1c8713244262065e4f0a49d72dee40505ba91554825363796c4134f39b2ca91a2b894111f4e986f690602bae1bd739f2bf21c64f5f934e16c258861ad2ed520865612d9490ecb0860abeea48200562bb170703e71a90db7babbbcedf9db59e5be02916bc8e3a2d9b655baff00f305534f26da79cd786939096ff23258ab3d790d893b651f5711aa804316919170e0b8dd8ecbe496c83a062dd49aff0022d04d324d6a99cd8879282151180656550589058c87ca01fa290485d71b5cdfe3ee5aa59a35e4ef9a6d6f3a1337f748db08a47d922578cebec46662de58b0f8ade9e76b125c93986b779a45b308eb530d79bd8821143378dd19570ace1f2012ba131936b04ce305cafac0738e5a5bae6eea21a11924686517e413376607dc3dbdeeaa25fb56e779ead58b902b1cbaa4114ce6aab34ac428902a60320608d82480363904a55e9dce2acf14ef5ab57ec8e289a42c8a870b02658ba962abe4ae582e318c1232010892acf644f24b388e4412cc43376bc08ae417d7465220cab9562362a30082925b3fc721a73437a9f5b3953720456494abab124aec0305eb552a7288b9d4874f8afa5fa7942e1a72a8b9abcf795b30180a1b130e46434e116518e4b28c3cf354377c8d7c5aadb320b91430d66ab1f292ce1668eddd99b591044a5b6cb877004409041f0cd8505497f4743ab80b5c542eb4caf1b6669807c3cd1178230767401620aab1b2baa80c5e3f4ca1669f24756ddeb156c599da279bad3186485da694389324f6b85d9038040c3b121718ee2786496d72966e9ffa4fff006d5e56558e205549d906c0911b608f275c7b67093eb4d8d19072d7faabbe4697b78e63e49f51ada92231d165fe2f365db6fec31b56decf0fc9ff0021e2eccbf5b93aab6e7ac51547dccb4338ad1a3c61fad59f658013a2a1570c1b0181f82e43f945fe7eb713c4f31553be1ac914e8b11de4022008031867919368d14ab2b7820fb15936618618661c93bcf026bd2caeddb140c3cf850c258d846fa2c85815c92bb0d18cb62874b72d681fbe6a0debd681aaa425659220ab22853e8a8414f20378d5f38f9e89a6ead4e36b271554cb6d0628a39bb3deeb3e6f5637a8433b8fd5b6e3ae39b7f17bc6564b8f2bd7e623415ad1de5b324b3bc6ca342e446d19044790eab93b13641c024115ebb51fe41c4414a0ab2c54675991c46ab22aaa91b38964664390d3ead9284c67ce429f9cf1f7df8fe42169e1b104d0b4cfd5214c5a8e5721502aae5d970c4e08230c4e37204fe2e5af7684b3d26af258ae63e89a08a18048cf2bf50ae4305666922c6746c37b004e49f37ea7519c0d3d3e0e29682d4c57eb3b873c125f1d5a831921439cfe42de72ddf7546e028af2c53e3aed0e1d655e52dd669956bad4eb369eb8449190ec59bfdaa6140fd914606db18b2435885a94072b2a3afada8e5ee0d51235d9246693ab3a911875202ec8c48d82af376dd78f901478cbad34562653243ff6373674ec5c13e8accc34241625a499b5191ad2e3ad4c963ed8ab07d95586496d48b2d9b0089595264504991164febff63d72bb7603f288e96dc07ab9adb481888beab30156df6670abd549ee9db8c62da46c1abe7df35c7369707992aca90d778a2b28648256699666877218b11b3e81b2744f2cd0e4b105198f5780a9fc7e97d8bb189e7aeb08af326d2081482cfa848ce0fee17193fe2d829192aabf1dc68b33524ad251bf29859a7916346923909425518689fe318c8c88ff000c0e15ae3ea721cdc571278ea2cbc818c032d58fb1554804e02a6c1c93e836fd42ed900bb632d4ff00946a0d2d358e29335856bb57e36d118495df71000ff463a369fa31efe35091ff000d1713115a69299a532da44da499cb2b47d7ec0eef2142652ebe10e8d9c9953cf3270b2a97b053adbb1ed18e4af0bac527645d40fe588218aa9003fe17f018a1c9f1ff006e106d4ad56a3c41dd1f486aec5950a6c0211fe32a72ac30081a821b24ab1d9a35c45cb446097ea2dab5241a4aacb12e8c23493ce546d940e4038ca04244fa26e9ed947356e325e7e1f6f85c864f2786a4627f26ad5a9ff5e7721579eed32274e46dc3d2101e4e5ab46e19b41f4de4583b96544eaf3d632a4825ff00b0fba4a4386523e19b90e33919ac1bdf5fad0a527b1259411e753fa0906b928ba909e723186d4b7cc6b17e0e3ded71924893d68bae5b689dbd15d402a1a35c30404ccc5420207e095571f17bf562bdc9594b5616df2522cc8956dcab6982e043d654655266d064e00f31ec4e71f1fa6332309b416592ba40f75c182e9abf5183cdc77cf4e5a4391f4e565562dc42e979bc76c442a93c09c848f4ab5a8ef1822659458b40089d66458810bed8d8cdbb0fdcb000fba111aa0713986a71c69aac622063c66d450b83be8875cab47103827f76c7fa516f89e1f953c6451434ed0be02595915d77b2dd648689c6a3768d950e1941e92c7182249bcbd15b1caabc363a2b4fdd29bb6b3b34803ba02cd803d57c65b423af1b2e54261f5318e991d2462b8cf00af576b551bcf618106a489ea4b5240978692c8bfaaf57fa6e9aa3c67959e55a35accfcbcebc9c123c0dda8b046ee5c65631ac6549ff004709b6d23018523e62cc8dfc78cf01927a46467b3145a97287d50958403fe20a36383867f2c090b93538ff0089f1bc7d90b5ce229156c46a10b112c7a42e49f0dedf852000b202008f213bb5ec57a57acd9af5eb0a8f28b07ae21db1831796545640d9006a4f92e0e0293874a2ea3b751bcb54bdf277c2df4f4d53e0d496995fdde90f97ee48993ada1da73b68c58b7a334bca57a173928ac413dbb62c302b80d1fabe99c84cfa9fc0561f92a0ba2b069968f2127ddae269123ab5e26926864cc8a11b72549500931e08007a9241609ddb7c93f15626af3d28a2e5b32493cd32a222bc68210e411eedd186c8cab37e492c3e57e30cb6b8e7e4e0ae5e84ca0548ca012c50339428acc32d9d58e8de0ecd91809f0ebeace71dba814fefd9e9baba5e5c1f2be29d5d434d38e00c50e3f2e2ace38a4bc05a75eb2c7cbdaa095af2bc058ab859de4a8e436c91e3046423636ddbd4973b12bf18b3f43b23e3e3b75e386d4562c4cb212b246ca70157c1287c635d999801be0001873bc554345428f1ddb42492331d866d44d1163dbb2952b1202ec159355556033e028f8be4eaf37e9cb58691aad7774b3148f5d62589809048027e9b48ca64054300361942cb36eddb65257685df3fbaff002d6e3d4397aa35ff00921ba64932235d98baf6bc97f8a566efea3c66f24df51a04e4447146931d191a7840431a878f656c6dfd4ee01dd003edaaba96e292e71f12d36782c4714bdf1c2d840ab17b3ed95723b43e7dcf85f5042933978fac6af2359e0b9726fb0b3c4d62b9773182ad279f3182237d3d4a05232002a87e772d4b5c9d85a7463b9322b036ac493ff4281b44e0c91be558945f2850107dbffa5a187a765f18f62facb9e6cae2c921c9e2a5b755dd6abee055600ae4e29c715c8f828a95248e5badc852ad31b7b44e5e3008f0f27639c05cb3142a55485d3f7ebc7cab6cc09c0dab9692af130cc17abba03209988c4c59cb2a4a5777fd9b0499705bc9339394aaf252a73c76d52baad4484cbe2d14662db4b22a281e2600a81e031db38463d59ecd9ace7a6dbd792b2cd2d9824885749e2669220e301910420ab1f209181a98fe2f574e589eb1c53ce2adb4e9dd8784b735d13ea74e04758f4df57ea48db9395eaf8c61f55008dde6e4854e4dbb664ee492f1870ae01d247d4282a1d8ec6505b0080c0103194b85e384959e62f2e628651bdb9993512c68c079561205eb1bfa850400c7c957aff25619cc142605a5910dbe3eddcd1225790e43b03ec0ee02b90586324e4c584608aed9a54efd8eae256786253380f1f6c7fbc2d87902920687d546aefe4900a97e8ebfdb28bb2b6d8e311f83def0a550073b93aba93812da7a7b056c7db8c64b7dd7a3cee71560b17ccd7053bfbc8a27ea58f742ab31aeb2957cb31333349b607a9624951f30cf6ad49c6cfdf745899654a4f5549ed6d76954b4cc03a672751ea410325832fcee3b3271dc0d785332196ba98a392141080dba867401999da35753a28c970a4164049d9de1920b521702d9378ef16932c8a5368e3cb03a94118666c3aaa1f5f6181291a67f180d0e3ddaae3a03acd9d965cff4f1d5d2912daefbfedb52f34f4fe5c1d677353ff9272c97524b7521920a12ee9bcf2218e7404979760bac6c65232e039cc20650e47cb157f8fcdcd30e3ee97adc4f1d032a9a2aad2cd2908cce1554976563a15d338760541620f9cbfc956ac6ea57a4b3d231aa5ab3db35b56b1aafe4065099cbe3248ca7e4eb9f8fdbb0d726a9129b7950562abd9159330656251943039454000ca85f6c30671f24d52c2318ed23c7c5fb01cf05fa9391baf1bf74ea3ccbbcde32349cd3f057c8be5316125bf78f1f692586ef43c72d68632d12ee1a42f23b6d90130bb79250e0e773f17b0bc75f956b2dcad224b24b5edc46c29640e2465053b094d4c84e4ab790b9d7c11367b3778c8627a933da1185e3bef4f2cd3fdab4ddb23344a548550ea3120fd4a92412a0872cd7b907370a75591c78516675489991610515dd836caa72863f0c48544030554169a71245606d307b76c70b8b3816a559c7467be64e53f7e4a386aee9c55e00c8518f36b454c5379d2af274d6dda458ae455a29a5851dd4bbbca8847587c0c13186d4a2e0293f06b5afd3b31d9e36dc26633663678822d89188d80518058b2a305f604f59254866f8cf13043c4df4c51844dc82cea23826d43c8d2322eaa1d62f6493546c0f0085c19400efd78f8540f662859a8b34d621a4f246b0e9a02ec4f96752a48c687fa8a67c0cf3a8b0d9a779cf59eba78c3cd0deeaaf31adf55a909ff1c06970fce4c183085f5c9ce7c14f6eb9a363ea71b9b3560366af6066924855cbaf607396cbb673e7ca8384087113a9a9431599a3eb4a28b306810e964c830b82aa0e5ce8b9c90bea0924905e9a84d2529a5ab6c4138a89324d58ecd109151fd50eba00c887cb21c0ce59802c807582b4935c920b4d7234ad099a386697b151c32eaa84841d8ca005d5ff00fc871aebe97d7a69a72194b2fbfda50867016de073f0dd2d26719460a83db8b33c75636732abaf1cff0085af4a6af386e1a3792d471c22b902b4d2333148c468030eb0ac49f1812a139ce05411d6984927234393d2d7d9aaf1c6cd17746d26dae2400c99120001c8f76f5041c29cb72527274204b15e8933569e55686eb9863925128f70ca18c65026493ff807d770ac2ad5071b18e3ad567af6a3acb2a4ae8bf6dd220002b1c8012752d1918c90c090c1f011086b2c4d7533efdf6f25034a665ce11bf23d5fa8490c4b2fdec8949d3c864ee2d55f1e7fffd9', 1795482840000);



INSERT INTO public.holidays VALUES
	(1, '2026-11-26', '馆庆', false);



INSERT INTO public.keys VALUES
	(1, 'aTvee_vk_RVEYU3GqMHHT37WhSJgcjlldiC1svTY2-4', '{"x": "AZVczBWpvwj1MA3xQ95JqSW7lRuzZ4Z9LlWxn3O7pHk", "y": "qIUC5LlGWMDGwgQEaBfjcVPfM8rXMPdZYu-8M5M-d0c", "alg": "ES256", "crv": "P-256", "kid": "aTvee_vk_RVEYU3GqMHHT37WhSJgcjlldiC1svTY2-4", "kty": "EC", "use": "sig"}', 1795972681835, NULL);



INSERT INTO public.links VALUES
	(1, '679e4aaa89363505c18760181a0e47ffa7d695df0fdeb9e4ad9304febbbe30e3', 'report', 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', '', 'd0a50cec-5865-420e-a954-ea459df566ad', NULL, '', NULL, 1795482540000, 1803258540000, NULL, NULL),
	(2, 'a4303b37881af6e6caeeb371d27489b3de7b59408220153e825794a46f99a569', 'report', 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', '', '4655a4b6-b26b-4b97-add9-571ae7c77c20', NULL, '', NULL, 1795482540000, 1803258540000, NULL, NULL),
	(3, '9f7b057dbf27a7b4a00842afe1a6552c7154cb30436b4c408a799cd62ea5c2e3', 'sign', '58463036-eadd-4cf4-a112-c4bfd7fa7a87', 'acceptance', '98bde092-1d96-41d5-9ae2-2865ea2931fb', NULL, 'PcQl9oviNQ_lTX1DfQBr2iBzQcUOqGORM6-kqesjIiE', 1, 1795482780000, 1796087580000, NULL, NULL);



INSERT INTO public.movements VALUES
	(1, 1, 'received', 5, NULL, 1, NULL, '', '', '', 3, 1795482600000),
	(2, 1, 'issued', 2, 1, 2, NULL, 'LY-202611-0001', '2026-12-01', '', 1, 1795482600000),
	(3, 1, 'returned', 2, 2, 1, NULL, 'LY-202611-0001', '', '', 3, 1795482600000);



INSERT INTO public.parts VALUES
	(1, '网线测试仪', 'tool', '', '', '', NULL, NULL, '', 1795482600000, NULL);



INSERT INTO public.places VALUES
	(1, 'company', NULL, NULL),
	(2, 'person', NULL, 1);



INSERT INTO public.plans VALUES
	(1, 1, NULL, NULL, 'service-contact', 1, 'day', NULL, false, 1, '2026-11-24', '', NULL, 1795482660000, 3, 1795482660000, 3),
	(2, 1, NULL, NULL, 'service-contact', 2, 'day', NULL, false, 1, '2026-12-01', '', 1, 1795482660000, 3, NULL, NULL);



INSERT INTO public.rating_months VALUES
	(24, 1, 1, '2026-11', 'dissatisfied', 1),
	(25, 1, 1, '2026-11', 'fair', 1),
	(26, 1, 1, '2026-11', 'satisfied', 1),
	(27, 1, 1, '2026-11', 'very_satisfied', 2);



INSERT INTO public.rating_reasons VALUES
	(1, 2, 1, 1, '2026-11', 'speed');



INSERT INTO public.record_devices VALUES
	(1, 1, 1, 1795482180000),
	(2, 2, 1, 1795482180000),
	(3, 3, 1, 1795482240000),
	(4, 4, 1, 1795482300000),
	(5, 5, 1, 1795482360000),
	(6, 6, 1, 1795482420000),
	(7, 7, 3, 1795482480000),
	(8, 8, 2, 1795482540000),
	(9, 12, 1, 1795482660000),
	(10, 15, 1, 1795482780000);



INSERT INTO public.records VALUES
	(2, '50f73af8-6633-4306-8d0f-66fb4aa432f4', 'FW-202611-0002', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '会议室话筒有杂音', 1795482180000, 1795482180000, 1795482180000, 1795482180000, 'closed', '', '', NULL, 'done', false, 'completed', 'dissatisfied', '2026-11', false, false, '', '', '', '', '', 'FW-202611-0001', ''),
	(1, 'c12bf1b5-85aa-4b1e-af5e-b6ca72c2b801', 'FW-202611-0001', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '会议室话筒有杂音', 1795482180000, 1795482180000, 1795482180000, 1795482180000, 'closed', '', '', NULL, 'done', false, 'completed', 'satisfied', '2026-11', false, false, '', '', '', '', '', '', 'FW-202611-0002'),
	(3, 'be09492d-5a53-48b2-9994-1cc0f83a883c', 'FW-202611-0003', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '投影无信号', 1795482240000, 1795482240000, 1795482240000, 1795482240000, 'closed', '', '', NULL, 'done', false, 'completed', 'very_satisfied', '2026-11', false, false, '', '', '', '', '', '', ''),
	(4, '17dfe454-6e3a-48f1-b693-3c3c01c19c5c', 'FW-202611-0004', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '屏幕有亮线', 1795482300000, 1795482300000, 1795482300000, 1795482300000, 'closed', '', '', NULL, 'done', false, 'completed', 'fair', '2026-11', false, false, '', '', '', '', '', '', ''),
	(5, '4ad84230-51e8-4174-b5e4-41daa930a5f8', 'FW-202611-0005', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '看错了房间', 1795482360000, 1795482360000, 1795482360000, 1795482360000, 'cancelled', '', '', NULL, '', false, 'completed', '', '', false, false, '', '', '', '', '', '', ''),
	(6, '866dc011-de87-49c6-95c9-5132d4094691', 'FW-202611-0006', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '调音', 1795482420000, 1795482420000, 1795482420000, 1795482420000, 'closed', '', '', NULL, 'absent', true, 'completed', '', '', false, false, '', '', '', '', '', '', ''),
	(7, '8fbedd1a-3300-4872-b589-80140c7e1210', 'FW-202611-0007', 'service-contact', 13, 1, '政务中心', 3, '保密会议主机', 1, '陈志远', 1, '席位无声', 1795482480000, 1795482480000, 1795482480000, 1795482480000, 'closed', '', '', NULL, 'done', false, 'completed', 'very_satisfied', '2026-11', true, false, '', '', '', '', '', '', ''),
	(8, 'd022fb14-1d6b-4bd8-b672-3f5df77f65d5', 'GZ-202611-0001', 'fault-report', 6, 2, '文澜大学', 2, '阶梯教室功放', NULL, '', NULL, '没有声音', 1795482540000, 1795482540000, 1795482540000, NULL, 'open', 'checks', 'technician', NULL, '', false, '', '', '', false, false, 'urgent', '', '', '', '', '', ''),
	(10, '6e7ca6ac-ed6a-42b8-9caf-a5d6f4053c77', 'LY-202611-0002', 'parts-issue', 12, NULL, '', NULL, '', 1, '陈志远', 1, '', 1795482600000, 1795482600000, 1795482600000, NULL, 'open', 'issue', 'dispatcher', NULL, '', false, '', '', '', false, false, '', '2026-12-01', '', '', '', '', ''),
	(9, 'bfa095aa-6642-452d-b13f-b9022d37ec2b', 'LY-202611-0001', 'parts-issue', 12, NULL, '', NULL, '', 1, '陈志远', 1, '', 1795482600000, 1795482600000, 1795482600000, 1795482600000, 'closed', '', '', NULL, '', false, 'approved', '', '', false, false, '', '', '', '', '', '', ''),
	(11, '383f42d0-14b2-42cf-a09e-ff6724a575fd', 'LY-202611-0003', 'parts-issue', 12, NULL, '', NULL, '', 1, '陈志远', 1, '', 1795482600000, 1795482600000, 1795482600000, NULL, 'open', 'request', 'technician', NULL, '', false, '', '', '', false, false, '', '2026-12-01', '', '', '', '', ''),
	(12, 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', 'FW-202611-0008', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '会议室话筒有杂音', 1795482660000, 1795482660000, 1795482660000, 1795482660000, 'closed', '', '', NULL, 'done', false, 'completed', 'satisfied', '2026-11', false, false, '', '', '', '', '', '', ''),
	(13, '204662d9-817b-4a66-9ace-15dcd8eae604', 'JB-202611-0001', 'overtime-request', 11, NULL, '政务中心', NULL, '', 1, '陈志远', 1, '会议保障', 1795482720000, 1795860000000, 1795482720000, NULL, 'open', 'hr_approval', 'hr', NULL, '', false, 'approved', '', '', false, true, '', '', '', '', '', '', ''),
	(14, '2a56efef-039e-443e-9273-f26d380b2f00', 'JY-202611-0001', 'media-loan', 10, 1, '政务中心', NULL, '', 1, '陈志远', 1, '2026-11 例会录像，1 份', 1795482720000, 1795482720000, 1795482720000, NULL, 'open', 'approval', 'client_lead', NULL, '', true, '', '', '', false, false, '', '2026-12-01', '', '', '', '', ''),
	(15, '58463036-eadd-4cf4-a112-c4bfd7fa7a87', 'FW-202611-0009', 'service-contact', 13, 1, '政务中心', 1, '数字音频处理器', 1, '陈志远', 1, '更换电池', 1795482780000, 1795482780000, 1795482780000, NULL, 'open', 'acceptance', 'client', NULL, '', true, 'completed', '', '', false, false, '', '', '', '', '', '', '');



INSERT INTO public.reservations VALUES
	(2, 10, 1, 1);



INSERT INTO public.reviews VALUES
	(1, '50f73af8-6633-4306-8d0f-66fb4aa432f4', 4, '已联系客户', '', 1795482180000);



INSERT INTO public.rooms VALUES
	(1, 1, '政务中心第一会议室', '3F', false, false, false, '[]', '[]'),
	(2, 2, '文澜大学第一会议室', '3F', false, false, false, '[]', '[]'),
	(3, 1, '第三会议室（涉密）', '5F', false, true, true, '[]', '[]');



INSERT INTO public.schema_migration VALUES
	(1, '0001_first', '2026-11-29 17:18:01.806191');



INSERT INTO public.search VALUES
	(1, '''0001'':3 ''0111'':47 ''0571'':45 ''09'':54,59 ''10'':55,60 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''5555'':46 ''completed'':106 ''contract'':62 ''fw'':1 ''nov'':57 ''yearly'':61 ''yes'':130 ''一'':132 ''丁'':131 ''丁一'':133 ''中'':11,34 ''中心'':15,41 ''会'':74 ''会议'':82 ''务'':10,31,33,111 ''务中'':14,40 ''务服'':38 ''压'':96 ''压接'':105 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,122 ''处'':20,120 ''处理'':27,127 ''子'':92 ''子并'':101 ''字'':17,117 ''字音'':24,124 ''完'':108 ''完成'':113 ''客'':67 ''客户'':73 ''室'':76 ''室话'':84 ''已'':107 ''已完'':112 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''并'':93 ''并重'':102 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':109 ''成服'':114 ''户'':68 ''按'':63 ''按年'':69 ''换'':90 ''换端'':99 ''接'':97 ''政'':9,30 ''政务'':13,37 ''数'':16,116 ''数字'':23,123 ''新'':95 ''新压'':104 ''日'':53 ''明'':43 ''是'':129 ''更'':89 ''更换'':98 ''月'':51 ''有'':79 ''有杂'':87 ''服'':32,110 ''服务'':39,115 ''杂'':80 ''杂音'':88 ''理'':21,121 ''理器'':28,128 ''端'':91 ''端子'':100 ''筒'':78 ''筒有'':86 ''议'':75 ''议室'':83 ''话'':77 ''话筒'':85 ''远'':6 ''重'':94 ''重新'':103 ''陈'':4 ''陈志'':7 ''音'':18,81,118 ''音频'':25,125 ''频'':19,119 ''频处'':26,126', '''satisfied'':4 ''意'':2 ''满'':1 ''满意'':3'),
	(2, '''0002'':3 ''0111'':47 ''0571'':45 ''08'':54,59 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''50'':55,60 ''5555'':46 ''completed'':106 ''contract'':62 ''fw'':1 ''nov'':57 ''yearly'':61 ''yes'':130 ''一'':132 ''丁'':131 ''丁一'':133 ''中'':11,34 ''中心'':15,41 ''会'':74 ''会议'':82 ''务'':10,31,33,111 ''务中'':14,40 ''务服'':38 ''压'':96 ''压接'':105 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,122 ''处'':20,120 ''处理'':27,127 ''子'':92 ''子并'':101 ''字'':17,117 ''字音'':24,124 ''完'':108 ''完成'':113 ''客'':67 ''客户'':73 ''室'':76 ''室话'':84 ''已'':107 ''已完'':112 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''并'':93 ''并重'':102 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':109 ''成服'':114 ''户'':68 ''按'':63 ''按年'':69 ''换'':90 ''换端'':99 ''接'':97 ''政'':9,30 ''政务'':13,37 ''数'':16,116 ''数字'':23,123 ''新'':95 ''新压'':104 ''日'':53 ''明'':43 ''是'':129 ''更'':89 ''更换'':98 ''月'':51 ''有'':79 ''有杂'':87 ''服'':32,110 ''服务'':39,115 ''杂'':80 ''杂音'':88 ''理'':21,121 ''理器'':28,128 ''端'':91 ''端子'':100 ''筒'':78 ''筒有'':86 ''议'':75 ''议室'':83 ''话'':77 ''话筒'':85 ''远'':6 ''重'':94 ''重新'':103 ''陈'':4 ''陈志'':7 ''音'':18,81,118 ''音频'':25,125 ''频'':19,119 ''频处'':26,126', '''dissatisfied'':6 ''of'':15 ''response'':16 ''speed'':14 ''不'':1 ''不满'':4 ''响'':7 ''响应'':11 ''太'':19 ''太晚'':23 ''应'':8 ''应速'':12 ''度'':10 ''得'':18 ''得太'':22 ''意'':3 ''晚'':20 ''来'':17 ''来得'':21 ''满'':2 ''满意'':5 ''速'':9 ''速度'':13'),
	(11, '''0003'':3 ''1'':26,36,37,44 ''12'':42 ''2026'':39,40 ''202611'':2 ''company'':16 ''dec'':38 ''ly'':1 ''tool'':12 ''仪'':21,31 ''公'':13 ''公司'':15 ''具'':10 ''司'':14 ''工'':9 ''工具'':11 ''年'':41 ''志'':5 ''志远'':8 ''日'':45 ''月'':43 ''测'':19,29 ''测试'':24,34 ''线'':18,28 ''线测'':23,33 ''网'':17,27 ''网线'':22,32 ''试'':20,30 ''试仪'':25,35 ''远'':6 ''陈'':4 ''陈志'':7', ''),
	(12, '''0008'':3 ''0111'':47 ''0571'':45 ''09'':65,70 ''1'':57 ''10'':66,71 ''11'':61 ''2026'':59,69 ''202611'':2 ''24'':63,67 ''5555'':46 ''are'':148 ''completed'':117 ''contract'':73 ''fw'':1 ''none'':149 ''nov'':68 ''there'':147 ''yearly'':72 ''一'':151 ''丁'':150 ''丁一'':152 ''中'':11,34,50 ''中心'':15,41,55 ''件'':143 ''会'':85 ''会议'':93 ''务'':10,31,33,49,122 ''务中'':14,40,54 ''务服'':38 ''压'':107 ''压接'':116 ''号'':58 ''合'':76 ''合同'':82 ''同'':77 ''同客'':83 ''器'':22,133 ''处'':20,131 ''处理'':27,138 ''子'':103 ''子并'':112 ''字'':17,128 ''字音'':24,135 ''完'':119 ''完成'':124 ''客'':78 ''客户'':84 ''室'':87 ''室话'':95 ''已'':118 ''已完'':123 ''市'':29 ''市政'':36 ''年'':60,75 ''年合'':81 ''并'':104 ''并重'':113 ''徐'':42 ''徐明'':44 ''心'':12,35,51 ''心路'':56 ''志'':5 ''志远'':8 ''成'':120 ''成服'':125 ''户'':79 ''按'':74 ''按年'':80 ''换'':101 ''换端'':110 ''接'':108 ''政'':9,30,48 ''政务'':13,37,53 ''数'':16,127 ''数字'':23,134 ''新'':106 ''新压'':115 ''日'':64 ''明'':43 ''更'':100 ''更换'':109 ''月'':62 ''有'':90,141 ''有杂'':98 ''有附'':145 ''服'':32,121 ''服务'':39,126 ''杂'':91 ''杂音'':99 ''没'':140 ''没有'':144 ''理'':21,132 ''理器'':28,139 ''端'':102 ''端子'':111 ''筒'':89 ''筒有'':97 ''议'':86 ''议室'':94 ''话'':88 ''话筒'':96 ''路'':52 ''远'':6 ''重'':105 ''重新'':114 ''附'':142 ''附件'':146 ''陈'':4 ''陈志'':7 ''音'':18,92,129 ''音频'':25,136 ''频'':19,130 ''频处'':26,137', '''satisfied'':4 ''意'':2 ''满'':1 ''满意'':3'),
	(13, '''00'':42,47,55,60 ''0001'':3 ''11'':37,50 ''18'':41,46 ''2026'':35,45,48,58 ''202611'':2 ''21'':54,59 ''28'':39,43,52,56 ''3'':61 ''approved'':69 ''day'':28 ''jb'':1 ''nov'':44,57 ''off'':29 ''中'':11,23 ''中心'':15,27 ''休'':30 ''休息'':33 ''会'':62 ''会议'':66 ''保'':64 ''保障'':68 ''务'':10,22 ''务中'':14,26 ''同'':70 ''同意'':72 ''年'':36,49 ''心'':12,24 ''志'':5,17 ''志远'':8,20 ''息'':31 ''息日'':34 ''意'':71 ''政'':9,21 ''政务'':13,25 ''日'':32,40,53 ''月'':38,51 ''议'':63 ''议保'':67 ''远'':6,18 ''陈'':4,16 ''陈志'':7,19 ''障'':65', ''),
	(14, '''0001'':3 ''1'':38,58,65 ''11'':30 ''12'':63 ''2026'':29,60,61 ''202611'':2 ''dec'':59 ''important'':40 ''jy'':1 ''中'':11,21 ''中心'':15,28 ''份'':39 ''会'':32,49 ''会录'':36 ''会议'':55 ''例'':31 ''例会'':35 ''像'':34 ''务'':10,18,20 ''务中'':14,27 ''务服'':25 ''岚'':45 ''市'':16 ''市政'':23 ''年'':62 ''录'':33 ''录像'':37 ''心'':12,22 ''志'':5 ''志远'':8 ''政'':9,17 ''政务'':13,24 ''整'':47 ''整理'':53 ''日'':66 ''月'':64 ''服'':19 ''服务'':26 ''林'':44 ''林岚'':46 ''理'':48 ''理会'':54 ''纪'':51 ''纪要'':57 ''要'':42,52 ''议'':50 ''议纪'':56 ''远'':6 ''重'':41 ''重要'':43 ''陈'':4 ''陈志'':7', ''),
	(3, '''0003'':3 ''0111'':47 ''0571'':45 ''09'':54,59 ''10'':55,60 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''5555'':46 ''are'':125 ''completed'':94 ''contract'':62 ''fw'':1 ''none'':126 ''nov'':57 ''there'':124 ''yearly'':61 ''一'':128 ''丁'':127 ''丁一'':129 ''中'':11,34 ''中心'':15,41 ''了'':86 ''了接'':92 ''件'':120 ''信'':77 ''信号'':82 ''做'':85 ''做了'':91 ''务'':10,31,33,99 ''务中'':14,40 ''务服'':38 ''号'':78 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,110 ''处'':20,108 ''处理'':27,115 ''头'':88 ''字'':17,105 ''字音'':24,112 ''完'':96 ''完成'':101 ''客'':67 ''客户'':73 ''已'':95 ''已完'':100 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''影'':75 ''影无'':80 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':97 ''成服'':102 ''户'':68 ''投'':74 ''投影'':79 ''按'':63 ''按年'':69 ''接'':87 ''接头'':93 ''政'':9,30 ''政务'':13,37 ''数'':16,104 ''数字'':23,111 ''新'':84 ''新做'':90 ''无'':76 ''无信'':81 ''日'':53 ''明'':43 ''月'':51 ''有'':118 ''有附'':122 ''服'':32,98 ''服务'':39,103 ''没'':117 ''没有'':121 ''理'':21,109 ''理器'':28,116 ''远'':6 ''重'':83 ''重新'':89 ''附'':119 ''附件'':123 ''陈'':4 ''陈志'':7 ''音'':18,106 ''音频'':25,113 ''频'':19,107 ''频处'':26,114', '''satisfied'':2 ''very'':1 ''很'':3 ''很满'':6 ''意'':5 ''满'':4 ''满意'':7'),
	(5, '''0005'':3 ''0111'':47 ''0571'':45 ''09'':54,59 ''10'':55,60 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''5555'':46 ''completed'':100 ''contract'':62 ''fw'':1 ''nov'':57 ''yearly'':61 ''中'':11,34 ''中心'':15,41 ''了'':76 ''了房'':81 ''务'':10,31,33,105 ''务中'':14,40 ''务服'':38 ''压'':90 ''压接'':99 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,116 ''处'':20,114 ''处理'':27,121 ''子'':86 ''子并'':95 ''字'':17,111 ''字音'':24,118 ''完'':102 ''完成'':107 ''客'':67 ''客户'':73 ''已'':101 ''已完'':106 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''并'':87 ''并重'':96 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':103 ''成服'':108 ''户'':68 ''房'':77 ''房间'':82 ''按'':63 ''按年'':69 ''换'':84 ''换端'':93 ''接'':91 ''政'':9,30 ''政务'':13,37 ''数'':16,110 ''数字'':23,117 ''新'':89 ''新压'':98 ''日'':53 ''明'':43 ''更'':83 ''更换'':92 ''月'':51 ''服'':32,104 ''服务'':39,109 ''理'':21,115 ''理器'':28,122 ''看'':74 ''看错'':79 ''端'':85 ''端子'':94 ''远'':6 ''重'':88 ''重新'':97 ''错'':75 ''错了'':80 ''间'':78 ''陈'':4 ''陈志'':7 ''音'':18,112 ''音频'':25,119 ''频'':19,113 ''频处'':26,120', ''),
	(6, '''0006'':3 ''0111'':47 ''0571'':45 ''09'':54,59 ''10'':55,60 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''5555'':46 ''completed'':94 ''contract'':62 ''fw'':1 ''nov'':57 ''yearly'':61 ''中'':11,34 ''中心'':15,41 ''务'':10,31,33,99 ''务中'':14,40 ''务服'':38 ''压'':84 ''压接'':93 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,110 ''处'':20,108 ''处理'':27,115 ''子'':80 ''子并'':89 ''字'':17,105 ''字音'':24,112 ''完'':96 ''完成'':101 ''客'':67 ''客户'':73 ''已'':95 ''已完'':100 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''并'':81 ''并重'':90 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':97 ''成服'':102 ''户'':68 ''按'':63 ''按年'':69 ''换'':78 ''换端'':87 ''接'':85 ''政'':9,30 ''政务'':13,37 ''数'':16,104 ''数字'':23,111 ''新'':83 ''新压'':92 ''日'':53 ''明'':43 ''更'':77 ''更换'':86 ''月'':51 ''服'':32,98 ''服务'':39,103 ''理'':21,109 ''理器'':28,116 ''端'':79 ''端子'':88 ''调'':74 ''调音'':76 ''远'':6 ''重'':82 ''重新'':91 ''陈'':4 ''陈志'':7 ''音'':18,75,106 ''音频'':25,113 ''频'':19,107 ''频处'':26,114', ''),
	(7, '''0007'':3 ''0111'':45 ''0571'':43 ''09'':52,57 ''10'':53,58 ''11'':48 ''2026'':46,56 ''202611'':2 ''24'':50,54 ''5555'':44 ''completed'':96 ''contract'':60 ''fw'':1 ''nov'':55 ''yearly'':59 ''yes'':118 ''一'':120 ''丁'':119 ''丁一'':121 ''中'':11,32 ''中心'':15,39 ''主'':20,110 ''主机'':26,116 ''会'':18,108 ''会议'':24,114 ''位'':73 ''位无'':77 ''保'':16,106 ''保密'':22,112 ''务'':10,29,31,101 ''务中'':14,38 ''务服'':36 ''压'':86 ''压接'':95 ''合'':63 ''合同'':69 ''同'':64 ''同客'':70 ''声'':75 ''子'':82 ''子并'':91 ''完'':98 ''完成'':103 ''客'':65 ''客户'':71 ''密'':17,107 ''密会'':23,113 ''已'':97 ''已完'':102 ''市'':27 ''市政'':34 ''席'':72 ''席位'':76 ''年'':47,62 ''年合'':68 ''并'':83 ''并重'':92 ''徐'':40 ''徐明'':42 ''心'':12,33 ''志'':5 ''志远'':8 ''成'':99 ''成服'':104 ''户'':66 ''按'':61 ''按年'':67 ''换'':80 ''换端'':89 ''接'':87 ''政'':9,28 ''政务'':13,35 ''新'':85 ''新压'':94 ''无'':74 ''无声'':78 ''日'':51 ''明'':41 ''是'':117 ''更'':79 ''更换'':88 ''月'':49 ''服'':30,100 ''服务'':37,105 ''机'':21,111 ''端'':81 ''端子'':90 ''议'':19,109 ''议主'':25,115 ''远'':6 ''重'':84 ''重新'':93 ''陈'':4 ''陈志'':7', '''satisfied'':2 ''very'':1 ''很'':3 ''很满'':6 ''意'':5 ''满'':4 ''满意'':7'),
	(8, '''0001'':3 ''202611'':2 ''gz'':1 ''urgent'':54 ''功'':15,26 ''功放'':21,32 ''声'':35,44 ''声音'':39,50 ''大'':6 ''大学'':10 ''学'':7 ''室'':14,25 ''室功'':20,31 ''急'':52 ''放'':16,27 ''教'':13,24 ''教室'':19,30 ''文'':4 ''文澜'':8 ''是'':41 ''是没'':47 ''有'':34,43 ''有声'':38,49 ''梯'':12,23 ''梯教'':18,29 ''没'':33,42 ''没有'':37,48 ''澜'':5 ''澜大'':9 ''紧'':51 ''紧急'':53 ''还'':40 ''还是'':46 ''阶'':11,22 ''阶梯'':17,28 ''音'':36,45', ''),
	(9, '''0001'':3 ''09'':62,67,80,85 ''1'':37,44 ''10'':63,68,81,86 ''11'':58,76 ''12'':42 ''2'':26,36 ''2026'':39,40,56,66,74,84 ''202611'':2 ''24'':60,64,78,82 ''company'':16 ''dec'':38 ''good'':88 ''in'':87 ''issued'':49 ''ly'':1 ''nov'':65,83 ''order'':89 ''taken'':50 ''tool'':12 ''仪'':21,31 ''公'':13 ''公司'':15 ''具'':10 ''发'':46 ''发放'':48 ''取'':53 ''司'':14 ''好'':91 ''完'':90 ''完好'':92 ''工'':9 ''工具'':11 ''已'':51 ''已领'':54 ''年'':41,57,75 ''志'':5,70 ''志远'':8,73 ''放'':47 ''日'':45,61,79 ''月'':43,59,77 ''测'':19,29 ''测试'':24,34 ''线'':18,28 ''线测'':23,33 ''网'':17,27 ''网线'':22,32 ''试'':20,30 ''试仪'':25,35 ''远'':6,71 ''陈'':4,69 ''陈志'':7,72 ''领'':52 ''领取'':55', ''),
	(4, '''0004'':3 ''0111'':44 ''0571'':42 ''09'':51,56 ''10'':52,57 ''11'':47 ''2026'':45,55 ''202611'':2 ''24'':49,53 ''5555'':43 ''completed'':97 ''contract'':59 ''fw'':1 ''nov'':54 ''yearly'':58 ''yes'':121 ''一'':123 ''丁'':122 ''丁一'':124 ''中'':11,34 ''中心'':15,41 ''亮'':74 ''亮线'':79 ''务'':10,31,33,102 ''务中'':14,40 ''务服'':38 ''压'':87 ''压接'':96 ''合'':62 ''合同'':68 ''同'':63 ''同客'':69 ''器'':22,113 ''处'':20,111 ''处理'':27,118 ''子'':83 ''子并'':92 ''字'':17,108 ''字音'':24,115 ''完'':99 ''完成'':104 ''客'':64 ''客户'':70 ''屏'':71 ''屏幕'':76 ''已'':98 ''已完'':103 ''市'':29 ''市政'':36 ''幕'':72 ''幕有'':77 ''年'':46,61 ''年合'':67 ''并'':84 ''并重'':93 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':100 ''成服'':105 ''户'':65 ''按'':60 ''按年'':66 ''换'':81 ''换端'':90 ''接'':88 ''政'':9,30 ''政务'':13,37 ''数'':16,107 ''数字'':23,114 ''新'':86 ''新压'':95 ''日'':50 ''是'':120 ''更'':80 ''更换'':89 ''月'':48 ''有'':73 ''有亮'':78 ''服'':32,101 ''服务'':39,106 ''理'':21,112 ''理器'':28,119 ''端'':82 ''端子'':91 ''线'':75 ''远'':6 ''重'':85 ''重新'':94 ''陈'':4 ''陈志'':7 ''音'':18,109 ''音频'':25,116 ''频'':19,110 ''频处'':26,117', '''fair'':1 ''一'':2 ''一般'':4 ''般'':3'),
	(10, '''0002'':3 ''1'':26,36,37,44 ''12'':42 ''2026'':39,40 ''202611'':2 ''company'':16 ''dec'':38 ''ly'':1 ''tool'':12 ''仪'':21,31 ''公'':13 ''公司'':15 ''具'':10 ''司'':14 ''工'':9 ''工具'':11 ''年'':41 ''志'':5 ''志远'':8 ''日'':45 ''月'':43 ''测'':19,29 ''测试'':24,34 ''线'':18,28 ''线测'':23,33 ''网'':17,27 ''网线'':22,32 ''试'':20,30 ''试仪'':25,35 ''远'':6 ''陈'':4 ''陈志'':7', ''),
	(15, '''0009'':3 ''0111'':47 ''0571'':45 ''09'':54,59 ''10'':55,60 ''11'':50 ''2026'':48,58 ''202611'':2 ''24'':52,56 ''5555'':46 ''completed'':98 ''contract'':62 ''fw'':1 ''nov'':57 ''yearly'':61 ''中'':11,34 ''中心'':15,41 ''务'':10,31,33,103 ''务中'':14,40 ''务服'':38 ''压'':88 ''压接'':97 ''合'':65 ''合同'':71 ''同'':66 ''同客'':72 ''器'':22,114 ''处'':20,112 ''处理'':27,119 ''子'':84 ''子并'':93 ''字'':17,109 ''字音'':24,116 ''完'':100 ''完成'':105 ''客'':67 ''客户'':73 ''已'':99 ''已完'':104 ''市'':29 ''市政'':36 ''年'':49,64 ''年合'':70 ''并'':85 ''并重'':94 ''徐'':42 ''徐明'':44 ''心'':12,35 ''志'':5 ''志远'':8 ''成'':101 ''成服'':106 ''户'':68 ''按'':63 ''按年'':69 ''换'':75,82 ''换电'':79 ''换端'':91 ''接'':89 ''政'':9,30 ''政务'':13,37 ''数'':16,108 ''数字'':23,115 ''新'':87 ''新压'':96 ''日'':53 ''明'':43 ''更'':74,81 ''更换'':78,90 ''月'':51 ''服'':32,102 ''服务'':39,107 ''池'':77 ''理'':21,113 ''理器'':28,120 ''电'':76 ''电池'':80 ''端'':83 ''端子'':92 ''远'':6 ''重'':86 ''重新'':95 ''陈'':4 ''陈志'':7 ''音'':18,110 ''音频'':25,117 ''频'':19,111 ''频处'':26,118', '');



INSERT INTO public.sessions VALUES
	(1, '5407d697222d7f5646d5a922566b78ddb259bc19bcff1714f8b271a658f3ff91', 1, 'Android', true, '203.0.113.9', '', 0, NULL, 1795482120000, 1795482120000, NULL),
	(2, 'ccf4fefe0d31314aca615747757b2ccbe05924a339b8eb689fd1b46bc158cfff', 3, 'Android', true, '203.0.113.9', '', 0, NULL, 1795482120000, 1795482120000, NULL),
	(3, '7729383ab7ee8efd3a1fa2b661d55548b5af7e80b50919e694a3d79d6029a93e', 4, 'Android', true, '203.0.113.9', '', 0, NULL, 1795482120000, 1795482120000, NULL),
	(4, '8d1a4f9854c028fcd9bb5c3be93297e24055fe863c5b3249b955a12e68e21a57', 7, 'Android', true, '203.0.113.9', '', 0, NULL, 1795482120000, 1795482120000, NULL);



INSERT INTO public.stock VALUES
	(2, 1, 2, 0),
	(1, 1, 1, 5);



INSERT INTO public.targets VALUES
	(1, NULL, 'normal', 30, NULL),
	(2, NULL, 'urgent', 30, NULL),
	(3, NULL, 'meeting', 30, NULL),
	(4, 1, 'normal', NULL, 240),
	(5, 1, 'urgent', NULL, 240),
	(6, 1, 'meeting', NULL, 240);



INSERT INTO public.uploads VALUES
	(1, '034ab077-9ed1-4fa9-a4e5-1b2bc05d03b1', '0000000000000000000000000000000000000000000000000000000000000000', 1, 1795482180000),
	(3, 'c2af0160-7a8d-414f-b8e8-4b1b7c573f24', '2222222222222222222222222222222222222222222222222222222222222222', 4, 1795482840000);



INSERT INTO public.users VALUES
	(2, 'zhou', '周海燕', 'technician', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, NULL),
	(3, 'sunmin', '孙敏', 'dispatcher', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, NULL),
	(5, 'shen', '沈立', 'manager', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, NULL),
	(6, 'wangjing', '王静', 'hr', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, NULL),
	(7, 'admin', '管理员', 'admin', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, NULL),
	(8, 'lihua', '李华', 'technician', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', false, 1795972682061, 1795972682061),
	(1, 'chen', '陈志远', 'technician', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', true, 1795972682061, NULL),
	(4, 'gao', '高建国', 'supervisor', 'zh', '', 'scrypt:1024:8:1$0FY6dnAn0GI1t7gy$6dda2c01cd272952691485222f528d76a90b9461d12829022d594c7a65f0f910cc3a19a9cee7590b77e061f9e77b22827eeb0aaea8115b8dbfb0ac8961b9d714', true, 1795972682061, NULL);



INSERT INTO public.visits VALUES
	(1, 1, '2026-11-26', 'skipped', '', '', '馆庆', 3, 1795482660000),
	(2, 1, '2026-11-27', 'moved', '', '2026-11-30', '客户要求', 3, 1795482660000),
	(3, 1, '2026-11-24', 'done', 'e83d21c4-cfac-4ec9-bc8c-c5a1bc22a56a', '', '', 1, 1795482660000);



SELECT pg_catalog.setval('public.assignments_id_seq', 3, true);



SELECT pg_catalog.setval('public.attempts_id_seq', 3, true);



SELECT pg_catalog.setval('public.audit_id_seq', 69, true);



SELECT pg_catalog.setval('public.backups_id_seq', 1, true);



SELECT pg_catalog.setval('public.chains_id_seq', 3, true);



SELECT pg_catalog.setval('public.clients_id_seq', 2, true);



SELECT pg_catalog.setval('public.codes_id_seq', 5, true);



SELECT pg_catalog.setval('public.contacts_id_seq', 2, true);



SELECT pg_catalog.setval('public.counters_id_seq', 5, true);



SELECT pg_catalog.setval('public.definitions_id_seq', 16, true);



SELECT pg_catalog.setval('public.deputies_id_seq', 1, true);



SELECT pg_catalog.setval('public.devices_id_seq', 3, true);



SELECT pg_catalog.setval('public.disclosures_id_seq', 488, true);



SELECT pg_catalog.setval('public.drafts_id_seq', 32, true);



SELECT pg_catalog.setval('public.entries_id_seq', 33, true);



SELECT pg_catalog.setval('public.erasures_id_seq', 3, true);



SELECT pg_catalog.setval('public.feeds_id_seq', 1, true);



SELECT pg_catalog.setval('public.files_id_seq', 4, true);



SELECT pg_catalog.setval('public.holidays_id_seq', 1, true);



SELECT pg_catalog.setval('public.keys_id_seq', 1, true);



SELECT pg_catalog.setval('public.links_id_seq', 3, true);



SELECT pg_catalog.setval('public.movements_id_seq', 3, true);



SELECT pg_catalog.setval('public.parts_id_seq', 1, true);



SELECT pg_catalog.setval('public.places_id_seq', 2, true);



SELECT pg_catalog.setval('public.plans_id_seq', 2, true);



SELECT pg_catalog.setval('public.rating_months_id_seq', 27, true);



SELECT pg_catalog.setval('public.rating_reasons_id_seq', 1, true);



SELECT pg_catalog.setval('public.record_devices_id_seq', 10, true);



SELECT pg_catalog.setval('public.records_id_seq', 15, true);



SELECT pg_catalog.setval('public.reservations_id_seq', 4, true);



SELECT pg_catalog.setval('public.reviews_id_seq', 1, true);



SELECT pg_catalog.setval('public.rooms_id_seq', 3, true);



SELECT pg_catalog.setval('public.schema_migration_id_seq', 1, true);



SELECT pg_catalog.setval('public.sessions_id_seq', 4, true);



SELECT pg_catalog.setval('public.stock_id_seq', 3, true);



SELECT pg_catalog.setval('public.targets_id_seq', 6, true);



SELECT pg_catalog.setval('public.uploads_id_seq', 3, true);



SELECT pg_catalog.setval('public.users_id_seq', 8, true);



SELECT pg_catalog.setval('public.visits_id_seq', 3, true);



ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.backups
    ADD CONSTRAINT backups_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.chains
    ADD CONSTRAINT chains_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.clients
    ADD CONSTRAINT clients_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.definitions
    ADD CONSTRAINT definitions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.deputies
    ADD CONSTRAINT deputies_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT disclosures_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.keys
    ADD CONSTRAINT keys_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.parts
    ADD CONSTRAINT parts_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.rating_months
    ADD CONSTRAINT rating_months_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.rating_reasons
    ADD CONSTRAINT rating_reasons_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.record_devices
    ADD CONSTRAINT record_devices_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.search
    ADD CONSTRAINT search_pkey PRIMARY KEY (record_id);



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.stock
    ADD CONSTRAINT stock_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.targets
    ADD CONSTRAINT targets_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);



ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (id);



CREATE INDEX assignment_client_id ON public.assignments USING btree (client_id);



CREATE INDEX assignment_user_id ON public.assignments USING btree (user_id);



CREATE INDEX attempt_key_at ON public.attempts USING btree (key, at);



CREATE INDEX audit_at ON public.audit USING btree (at);



CREATE INDEX backup_device_id ON public.backups USING btree (device_id);



CREATE UNIQUE INDEX chain_name ON public.chains USING btree (name);



CREATE UNIQUE INDEX client_name ON public.clients USING btree (name);



CREATE UNIQUE INDEX code_code ON public.codes USING btree (code);



CREATE INDEX code_device_id ON public.codes USING btree (device_id);



CREATE INDEX code_part_id ON public.codes USING btree (part_id);



CREATE INDEX contact_client_id ON public.contacts USING btree (client_id);



CREATE UNIQUE INDEX counter_name ON public.counters USING btree (name);



CREATE UNIQUE INDEX definition_digest ON public.definitions USING btree (digest);



CREATE UNIQUE INDEX definition_key_version ON public.definitions USING btree (key, version);



CREATE INDEX deputy_deputy_id ON public.deputies USING btree (deputy_id);



CREATE INDEX device_client_id ON public.devices USING btree (client_id);



CREATE INDEX device_room_id ON public.devices USING btree (room_id);



CREATE INDEX disclosure_entry_id ON public.disclosures USING btree (entry_id);



CREATE INDEX draft_author_id ON public.drafts USING btree (author_id);



CREATE INDEX draft_record ON public.drafts USING btree (record);



CREATE UNIQUE INDEX draft_uuid ON public.drafts USING btree (uuid);



CREATE UNIQUE INDEX entry_chain_id_chain_seq ON public.entries USING btree (chain_id, chain_seq);



CREATE UNIQUE INDEX entry_digest ON public.entries USING btree (digest);



CREATE UNIQUE INDEX entry_draft ON public.entries USING btree (draft);



CREATE UNIQUE INDEX entry_record_seq ON public.entries USING btree (record, seq);



CREATE UNIQUE INDEX erasure_digest ON public.erasures USING btree (digest);



CREATE INDEX erasure_entry_id ON public.erasures USING btree (entry_id);



CREATE UNIQUE INDEX feed_token ON public.feeds USING btree (token);



CREATE INDEX feed_user_id ON public.feeds USING btree (user_id);



CREATE UNIQUE INDEX file_digest ON public.files USING btree (digest);



CREATE UNIQUE INDEX holiday_day ON public.holidays USING btree (day);



CREATE UNIQUE INDEX key_kid ON public.keys USING btree (kid);



CREATE INDEX link_record ON public.links USING btree (record);



CREATE UNIQUE INDEX link_token ON public.links USING btree (token);



CREATE INDEX link_user_id ON public.links USING btree (user_id);



CREATE INDEX movement_at_id ON public.movements USING btree (at, id);



CREATE INDEX movement_device_id ON public.movements USING btree (device_id);



CREATE INDEX movement_part_id_at_id ON public.movements USING btree (part_id, at, id);



CREATE INDEX movement_record ON public.movements USING btree (record);



CREATE INDEX movement_target_id ON public.movements USING btree (target_id);



CREATE INDEX part_client_id ON public.parts USING btree (client_id);



CREATE INDEX place_kind_client_id_user_id ON public.places USING btree (kind, client_id, user_id);



CREATE INDEX plan_client_id ON public.plans USING btree (client_id);



CREATE INDEX plan_technician_id ON public.plans USING btree (technician_id);



CREATE INDEX ratingmonth_month_client_id_technician_id_satisfaction_n ON public.rating_months USING btree (month, client_id, technician_id, satisfaction, n);



CREATE INDEX ratingreason_month_reason_client_id_technician_id ON public.rating_reasons USING btree (month, reason, client_id, technician_id);



CREATE INDEX ratingreason_record_id ON public.rating_reasons USING btree (record_id);



CREATE INDEX record_assignee_id_opened_at_id ON public.records USING btree (assignee_id, opened_at, id);



CREATE INDEX record_client_id_opened_at_id ON public.records USING btree (client_id, opened_at, id);



CREATE INDEX record_client_id_state_opened_at_id ON public.records USING btree (client_id, state, opened_at, id);



CREATE INDEX record_follow_up_on_id ON public.records USING btree (follow_up_on, id);



CREATE INDEX record_follows ON public.records USING btree (follows);



CREATE INDEX record_key_dated_at_id ON public.records USING btree (key, dated_at, id);



CREATE INDEX record_key_opened_at_id ON public.records USING btree (key, opened_at, id);



CREATE INDEX record_next_by_client_id ON public.records USING btree (next_by, client_id);



CREATE UNIQUE INDEX record_number ON public.records USING btree (number);



CREATE INDEX record_opened_at_id ON public.records USING btree (opened_at, id);



CREATE INDEX record_opened_by_id_opened_at_id ON public.records USING btree (opened_by_id, opened_at, id);



CREATE INDEX record_outcome_opened_at_id ON public.records USING btree (outcome, opened_at, id);



CREATE INDEX record_rating_month_client_id_technician_id ON public.records USING btree (rating_month, client_id, technician_id);



CREATE INDEX record_room_id ON public.records USING btree (room_id);



CREATE INDEX record_satisfaction_opened_at_id ON public.records USING btree (satisfaction, opened_at, id);



CREATE INDEX record_technician_id_opened_at_id ON public.records USING btree (technician_id, opened_at, id);



CREATE INDEX record_unsigned_opened_at_id ON public.records USING btree (unsigned, opened_at, id);



CREATE UNIQUE INDEX record_uuid ON public.records USING btree (uuid);



CREATE INDEX recorddevice_device_id_opened_at_record_id ON public.record_devices USING btree (device_id, opened_at, record_id);



CREATE UNIQUE INDEX recorddevice_record_id_device_id ON public.record_devices USING btree (record_id, device_id);



CREATE INDEX reservation_part_id ON public.reservations USING btree (part_id);



CREATE UNIQUE INDEX reservation_record_id_part_id ON public.reservations USING btree (record_id, part_id);



CREATE INDEX review_record ON public.reviews USING btree (record);



CREATE INDEX room_client_id ON public.rooms USING btree (client_id);



CREATE UNIQUE INDEX schema_migration_name ON public.schema_migration USING btree (name);



CREATE INDEX search_private ON public.search USING gin (private);



CREATE INDEX search_public ON public.search USING gin (public);



CREATE UNIQUE INDEX session_token ON public.sessions USING btree (token);



CREATE INDEX session_user_id ON public.sessions USING btree (user_id);



CREATE UNIQUE INDEX stock_part_id_place_id ON public.stock USING btree (part_id, place_id);



CREATE INDEX stock_place_id ON public.stock USING btree (place_id);



CREATE UNIQUE INDEX target_client_id_urgency ON public.targets USING btree (client_id, urgency);



CREATE UNIQUE INDEX upload_draft_sent ON public.uploads USING btree (draft, sent);



CREATE INDEX upload_file_id ON public.uploads USING btree (file_id);



CREATE UNIQUE INDEX user_login ON public.users USING btree (login);



CREATE UNIQUE INDEX visit_plan_id_due_on ON public.visits USING btree (plan_id, due_on);



CREATE INDEX visit_record ON public.visits USING btree (record);



CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER audit_sealed BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER definitions_no_delete BEFORE DELETE ON public.definitions FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER definitions_no_truncate BEFORE TRUNCATE ON public.definitions FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER definitions_no_update BEFORE UPDATE OF key, version, digest, body ON public.definitions FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON public.disclosures FOR EACH ROW EXECUTE FUNCTION public.fieldforms_erasable();



CREATE TRIGGER disclosures_no_truncate BEFORE TRUNCATE ON public.disclosures FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON public.disclosures FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON public.entries FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER entries_sealed BEFORE DELETE OR UPDATE ON public.entries FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER erasures_no_truncate BEFORE TRUNCATE ON public.erasures FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER erasures_sealed BEFORE DELETE OR UPDATE ON public.erasures FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER movements_no_truncate BEFORE TRUNCATE ON public.movements FOR EACH STATEMENT EXECUTE FUNCTION public.fieldforms_sealed();



CREATE TRIGGER movements_sealed BEFORE DELETE OR UPDATE ON public.movements FOR EACH ROW EXECUTE FUNCTION public.fieldforms_sealed();



ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT assignments_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.backups
    ADD CONSTRAINT backups_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_bound_by_id_fkey FOREIGN KEY (bound_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_part_id_fkey FOREIGN KEY (part_id) REFERENCES public.parts(id);



ALTER TABLE ONLY public.codes
    ADD CONSTRAINT codes_replaced_by_id_fkey FOREIGN KEY (replaced_by_id) REFERENCES public.codes(id);



ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.deputies
    ADD CONSTRAINT deputies_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.deputies
    ADD CONSTRAINT deputies_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.deputies
    ADD CONSTRAINT deputies_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id);



ALTER TABLE ONLY public.disclosures
    ADD CONSTRAINT disclosures_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entries(id);



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.drafts
    ADD CONSTRAINT drafts_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES public.definitions(id);



ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_chain_id_fkey FOREIGN KEY (chain_id) REFERENCES public.chains(id);



ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES public.definitions(id);



ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_by_entry_id_fkey FOREIGN KEY (by_entry_id) REFERENCES public.entries(id);



ALTER TABLE ONLY public.erasures
    ADD CONSTRAINT erasures_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entries(id);



ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_part_id_fkey FOREIGN KEY (part_id) REFERENCES public.parts(id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.places(id);



ALTER TABLE ONLY public.movements
    ADD CONSTRAINT movements_target_id_fkey FOREIGN KEY (target_id) REFERENCES public.places(id);



ALTER TABLE ONLY public.parts
    ADD CONSTRAINT parts_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.places
    ADD CONSTRAINT places_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES public.plans(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id);



ALTER TABLE ONLY public.plans
    ADD CONSTRAINT plans_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.rating_months
    ADD CONSTRAINT rating_months_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.rating_months
    ADD CONSTRAINT rating_months_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.rating_reasons
    ADD CONSTRAINT rating_reasons_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.rating_reasons
    ADD CONSTRAINT rating_reasons_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.records(id);



ALTER TABLE ONLY public.rating_reasons
    ADD CONSTRAINT rating_reasons_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.record_devices
    ADD CONSTRAINT record_devices_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.devices(id);



ALTER TABLE ONLY public.record_devices
    ADD CONSTRAINT record_devices_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.records(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_definition_id_fkey FOREIGN KEY (definition_id) REFERENCES public.definitions(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_room_id_fkey FOREIGN KEY (room_id) REFERENCES public.rooms(id);



ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_part_id_fkey FOREIGN KEY (part_id) REFERENCES public.parts(id);



ALTER TABLE ONLY public.reservations
    ADD CONSTRAINT reservations_record_id_fkey FOREIGN KEY (record_id) REFERENCES public.records(id);



ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT reviews_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.rooms
    ADD CONSTRAINT rooms_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.stock
    ADD CONSTRAINT stock_part_id_fkey FOREIGN KEY (part_id) REFERENCES public.parts(id);



ALTER TABLE ONLY public.stock
    ADD CONSTRAINT stock_place_id_fkey FOREIGN KEY (place_id) REFERENCES public.places(id);



ALTER TABLE ONLY public.targets
    ADD CONSTRAINT targets_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id);



ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id);



ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.users(id);



ALTER TABLE ONLY public.visits
    ADD CONSTRAINT visits_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plans(id);




