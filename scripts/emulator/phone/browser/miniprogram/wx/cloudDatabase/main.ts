/** The script `cloudDatabase.js`: the database's client, loaded before a mini-program that uses it. */
import { openDatabase } from './database';

window.xinshiCloudDatabase = openDatabase;
