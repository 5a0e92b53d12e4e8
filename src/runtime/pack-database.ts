import { imageName } from '#store/database-image.ts';
import { packedDatabase } from '#store/open.ts';

/** What the build keeps beside the program, so that a first start and a test need not make a database from nothing. */
export const databaseImage = { name: imageName(), make: packedDatabase };
