-- The schema of a small shop, as a person writes it. "dotnet run --project samples/SqlDocs" documents it.

create schema warehouse;

create type order_state as enum ('open', 'paid', 'sent', 'returned');

create table customers (
    id bigint generated always as identity primary key,
    email varchar(320) not null unique,
    name text not null,
    phone varchar(40),
    created_at timestamptz not null default now(),
    constraint email_has_at check (position('@' in email) > 1)
);
comment on table customers is 'People who have ordered, or registered to order.';
comment on column customers.email is 'Where confirmations go; also the login.';

create table addresses (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers (id) on delete cascade,
    street text not null,
    postal_code varchar(12) not null,
    city text not null,
    country char(2) not null default 'DE'
);

create table categories (
    id integer primary key,
    parent_id integer references categories,
    name text not null
);
comment on column categories.parent_id is 'The category that this one is part of; null at the top.';

create table suppliers (
    id integer primary key,
    name text not null,
    lead_time interval not null default '7 days'
);

create table products (
    id bigint primary key,
    category_id integer not null,
    supplier_id integer,
    name text not null,
    description text,
    price numeric(10, 2) not null check (price >= 0),
    tags text[] not null default '{}',
    foreign key (category_id) references categories (id),
    constraint products_supplier foreign key (supplier_id) references suppliers (id) on delete set null
);
comment on table products is 'What is for sale; a product that is no longer sold stays here, because orders name it.';

create table product_images (
    product_id bigint not null references products,
    position smallint not null,
    url text not null,
    primary key (product_id, position)
);

create table orders (
    id bigint generated always as identity,
    customer_id bigint not null,
    ship_to bigint not null,
    bill_to bigint,
    state order_state not null default 'open',
    placed_at timestamp with time zone not null,
    note text
);

create table order_lines (
    order_id bigint not null,
    line_number integer not null,
    product_id bigint not null,
    quantity integer not null check (quantity > 0),
    unit_price numeric(10, 2) not null,
    primary key (order_id, line_number)
);
comment on column order_lines.unit_price is 'The price when the order was placed, not today''s.';

create table returns (
    id bigint primary key,
    order_id bigint not null,
    line_number integer not null,
    reason text,
    received_at timestamptz
);

create table payments (
    id uuid primary key,
    order_id bigint not null,
    method varchar(20) not null,
    amount numeric(10, 2) not null,
    paid_at timestamptz not null
);

create table warehouse.locations (
    id integer primary key,
    name text not null,
    city text not null
);

create table warehouse.stock (
    location_id integer not null references warehouse.locations,
    product_id bigint not null references public.products (id),
    quantity integer not null,
    counted_at timestamptz,
    primary key (location_id, product_id)
);
comment on table warehouse.stock is 'How much of each product lies where.';

-- Keys that are added afterwards, as pg_dump writes them.
alter table only orders add constraint orders_pkey primary key (id);
alter table only orders
    add constraint orders_customer_id_fkey foreign key (customer_id) references customers (id),
    add constraint orders_ship_to_fkey foreign key (ship_to) references addresses (id),
    add constraint orders_bill_to_fkey foreign key (bill_to) references addresses (id);
alter table order_lines add constraint order_lines_order foreign key (order_id) references orders (id) on delete cascade;
alter table order_lines add constraint order_lines_product foreign key (product_id) references products (id);
alter table returns add constraint returns_line foreign key (order_id, line_number) references order_lines (order_id, line_number);
alter table payments add foreign key (order_id) references orders (id);
