import { createClient } from "./http";
import { createClient as createStore } from "@supabase/supabase-js";
import { defineStore, configureStore } from "@reduxjs/toolkit";

const client = createClient();
client.get("/users");
client.set("Authorization", "none");

const store = createStore("url", "key");
store.from("users").select("*");

const state = configureStore({ reducer: {} });
state.subscribe(() => {});
state.publish?.("x");

export const useStore = defineStore("main", { state: () => ({}) });
